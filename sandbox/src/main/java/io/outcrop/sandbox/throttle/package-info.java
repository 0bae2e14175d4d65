/// May this call be admitted to a model, with what was used already?
///
/// *In*: what a call asks for, the limits in force, the world's time; later what it used. *Out*:
/// yes, or AWS's sentence. *Must not know*: where limits come from.
///
/// Source: Amazon Bedrock User Guide, "How tokens are counted in Amazon Bedrock", read 2026-10:
/// input and `max_tokens` are reserved when a call begins; when it ends, input, cache writes and
/// output times the model's burndown count. How AWS spreads a minute is not documented, so
/// unverified here: any sixty seconds count, by the second in which calls were admitted; a day is a
/// day of UTC.
@NullMarked
package io.outcrop.sandbox.throttle;

import org.jspecify.annotations.NullMarked;

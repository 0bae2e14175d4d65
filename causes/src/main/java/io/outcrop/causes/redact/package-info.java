/// Which secrets stand in a text, and how does it read without them?
///
/// *In*: text that somebody pasted. *Out*: the text that may be printed. *Must not know*: causes.
@NullMarked
package io.outcrop.causes.redact;

import org.jspecify.annotations.NullMarked;

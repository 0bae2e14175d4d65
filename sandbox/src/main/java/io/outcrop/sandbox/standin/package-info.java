/// What does the stand-in say where a model would answer?
///
/// *In*: a question and a seed. *Out*: the same answer each time, openly a stand-in's, whole or
/// piece by piece; how many tokens a text has; what of a prompt was read before. *Must not know*:
/// how a call was written or how its answer is sent.
@NullMarked
package io.outcrop.sandbox.standin;

import org.jspecify.annotations.NullMarked;

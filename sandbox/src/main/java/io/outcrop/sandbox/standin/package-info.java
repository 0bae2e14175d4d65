/// What does the stand-in say where a model would answer?
///
/// *In*: a prompt and a seed. *Out*: the same words each time, openly a stand-in's. *Must not
/// know*: how a call was written or how its answer is sent.
@NullMarked
package io.outcrop.sandbox.standin;

import org.jspecify.annotations.NullMarked;

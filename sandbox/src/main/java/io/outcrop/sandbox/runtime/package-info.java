/// What does Bedrock's runtime answer: a refusal, an answer, a stream?
///
/// *In*: a visit and the models of this world. *Out*: AWS's refusals in AWS's order, else what the
/// stand-in says in the dialect of the call. *Must not know*: bytes.
@NullMarked
package io.outcrop.sandbox.runtime;

import org.jspecify.annotations.NullMarked;

/// How is a call to a model written, and how is its answer spelled?
///
/// *In*: calls by InvokeModel, Converse or one of Anthropic's own routes; answers whole or piece by
/// piece. *Out*: questions that follow the model's rules, or the refusal of one that does not;
/// replies. *Must not know*: whether the call is allowed, and who answers.
@NullMarked
package io.outcrop.sandbox.dialects;

import org.jspecify.annotations.NullMarked;

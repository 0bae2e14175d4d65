/// What does a model behind another endpoint answer in the sandbox's place?
///
/// *In*: a question, and an endpoint that speaks Anthropic's Messages. *Out*: its answer, whole or
/// piece by piece. *Must not know*: by which door the question came.
@NullMarked
package io.outcrop.sandbox.upstream;

import org.jspecify.annotations.NullMarked;

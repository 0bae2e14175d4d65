/// What is a model asked, and what does it answer, whatever the call looked like?
///
/// *In*: the body of an Anthropic Messages request. *Out*: questions, answers, and answers piece by
/// piece. *Must not know*: how either is written on the wire, or who answers.
@NullMarked
package io.outcrop.sandbox.conversation;

import org.jspecify.annotations.NullMarked;

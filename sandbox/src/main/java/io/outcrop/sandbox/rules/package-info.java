/// What does a model find wrong with a request?
///
/// *In*: the body of a Messages request and the model's traits. *Out*: the first refusal, in the
/// words of those who say it. *Must not know*: how the request came and how a refusal is sent.
@NullMarked
package io.outcrop.sandbox.rules;

import org.jspecify.annotations.NullMarked;

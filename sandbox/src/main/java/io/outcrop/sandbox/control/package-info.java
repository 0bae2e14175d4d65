/// What does Bedrock's control plane answer: models, profiles, the use-case form, agreements?
///
/// *In*: a visit and the models of this world. *Out*: AWS's answers and errors. *Must not know*:
/// how models answer.
@NullMarked
package io.outcrop.sandbox.control;

import org.jspecify.annotations.NullMarked;

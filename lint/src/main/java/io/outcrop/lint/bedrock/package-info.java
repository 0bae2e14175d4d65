/// Do the grants of a policy let a call to a model through, and the denials stop it?
///
/// *In*: a subject, the models, what a call needs. *Out*: findings about Bedrock's own traps. *Must
/// not know*: how a single ARN is written.
@NullMarked
package io.outcrop.lint.bedrock;

import org.jspecify.annotations.NullMarked;

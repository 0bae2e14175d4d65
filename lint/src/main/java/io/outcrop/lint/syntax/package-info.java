/// Is the text JSON, and such JSON as AWS takes?
///
/// *In*: text. *Out*: findings, and the text with comments and surplus commas blanked so that the
/// rest can be read. *Must not know*: what policies mean.
@NullMarked
package io.outcrop.lint.syntax;

import org.jspecify.annotations.NullMarked;

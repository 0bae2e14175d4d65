/// Does a policy give more than anybody can need?
///
/// *In*: a subject that allows. *Out*: findings about grants that are too wide. *Must not know*:
/// models.
@NullMarked
package io.outcrop.lint.width;

import org.jspecify.annotations.NullMarked;

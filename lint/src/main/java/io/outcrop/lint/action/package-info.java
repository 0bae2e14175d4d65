/// Do the actions exist that a policy names, and does it name each once?
///
/// *In*: a subject. *Out*: findings about `Action` and `NotAction`. *Must not know*: resources,
/// conditions.
@NullMarked
package io.outcrop.lint.action;

import org.jspecify.annotations.NullMarked;

/// Can the conditions of a policy be true, and false, and are they about keys that exist?
///
/// *In*: a subject. *Out*: findings about `Condition` and about policy variables. *Must not know*:
/// models.
@NullMarked
package io.outcrop.lint.condition;

import org.jspecify.annotations.NullMarked;

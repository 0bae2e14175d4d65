/// Can the ARNs of a policy match anything, and anything that its actions are about?
///
/// *In*: a subject. *Out*: findings about `Resource` and `NotResource`. *Must not know*:
/// conditions, models.
@NullMarked
package io.outcrop.lint.resource;

import org.jspecify.annotations.NullMarked;

/// Which changes, in which order, and what became of them?
///
/// *In*: findings. *Out*: a plan, and its outcome. *Must not know*: how a change is made.
@NullMarked
package io.outcrop.access.plan;

import org.jspecify.annotations.NullMarked;

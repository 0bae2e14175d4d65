/// What can be changed to cure a cause?
///
/// *In*: findings. *Out*: changes, each with what it does to an account and how it is undone. *Must
/// not know*: how a change is applied.
@NullMarked
package io.outcrop.access.change;

import org.jspecify.annotations.NullMarked;

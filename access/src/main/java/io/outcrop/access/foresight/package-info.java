/// What will AWS say to whoever makes a change, or takes it back?
///
/// *In*: a change, the policies of whoever acts. *Out*: why it would be refused, where that is
/// certain. *Must not know*: why the change is wanted, nor a network.
@NullMarked
package io.outcrop.access.foresight;

import org.jspecify.annotations.NullMarked;

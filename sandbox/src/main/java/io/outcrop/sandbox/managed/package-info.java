/// What do the managed policies say that AWS maintains?
///
/// *In*: resource files. *Out*: policies. *Must not know*: who attaches them.
@NullMarked
package io.outcrop.sandbox.managed;

import org.jspecify.annotations.NullMarked;

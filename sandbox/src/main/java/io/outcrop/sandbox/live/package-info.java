/// How does a world live on, change after change?
///
/// *In*: a world, a folder, a clock. *Out*: the realm as it is now; every change on disk before it
/// is answered. *Must not know*: what is called.
@NullMarked
package io.outcrop.sandbox.live;

import org.jspecify.annotations.NullMarked;

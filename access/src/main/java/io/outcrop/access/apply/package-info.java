/// How is one change made, and how is it taken back?
///
/// *In*: a change, an open connection. *Out*: what became of it. *Must not know*: why the change is
/// wanted.
@NullMarked
package io.outcrop.access.apply;

import org.jspecify.annotations.NullMarked;

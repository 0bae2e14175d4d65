/// Which models exist where, by which routes, from when to when?
///
/// *In*: a model id as somebody wrote it, a region, a date. *Out*: routes, or why there are none,
/// with the nearest that would do. *Must not know*: live accounts.
@NullMarked
package io.outcrop.models;

import org.jspecify.annotations.NullMarked;

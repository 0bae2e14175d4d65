/// How is what was seen kept in a file, and read back?
///
/// *In*: observations. *Out*: one JSON value without secrets, and the same observations from it.
/// *Must not know*: what an observation means, where the file lies.
@NullMarked
package io.outcrop.access.bundle;

import org.jspecify.annotations.NullMarked;

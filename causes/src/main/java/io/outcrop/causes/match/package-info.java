/// Which causes fit what was read?
///
/// *In*: signals, what is known besides, and the entries of the catalogue. *Out*: causes that fit,
/// best first, each with the words that gave it away. *Must not know*: how signals are read.
@NullMarked
package io.outcrop.causes.match;

import org.jspecify.annotations.NullMarked;

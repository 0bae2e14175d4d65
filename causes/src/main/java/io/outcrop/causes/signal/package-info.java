/// What does a text say that can be told from its parts?
///
/// *In*: text. *Out*: signals with the span each came from. *Must not know*: causes.
@NullMarked
package io.outcrop.causes.signal;

import org.jspecify.annotations.NullMarked;

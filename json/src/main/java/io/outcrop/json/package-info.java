/// What does a JSON text say, and where does it say it?
///
/// *In*: text from people and files. *Out*: an immutable tree whose every value knows its line and
/// column, or the place where the text stops being JSON. *Must not know*: what the values mean,
/// where the text came from.
@NullMarked
package io.outcrop.json;

import org.jspecify.annotations.NullMarked;

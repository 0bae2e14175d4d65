/// What does a JSON text say, where does it say it, and what turns it into another?
///
/// *In*: text from people and files. *Out*: an immutable tree whose every value knows its line and
/// column, or the place where the text stops being JSON; patches (RFC 6902). *Must not know*: what
/// the values mean, where the text came from.
@NullMarked
package io.outcrop.json;

import org.jspecify.annotations.NullMarked;

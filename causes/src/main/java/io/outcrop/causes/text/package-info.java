/// Which words does a pasted text hold, however it was wrapped, escaped, quoted or coloured?
///
/// *In*: text, and phrases to look for. *Out*: the same text made plain, each character knowing
/// where it came from, and where the phrases stand. *Must not know*: what a phrase means.
@NullMarked
package io.outcrop.causes.text;

import org.jspecify.annotations.NullMarked;

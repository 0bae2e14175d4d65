/// How is text laid out for an eye?
///
/// *In*: words with a style. *Out*: lines of a width, coloured or not, masked or not. *Must not
/// know*: what the words are about, terminals.
@NullMarked
package io.outcrop.report.style;

import org.jspecify.annotations.NullMarked;

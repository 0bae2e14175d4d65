/// How does an examination read outside a terminal: as a page, in a list of tests, beside code?
///
/// *In*: an examination, or all that a hand-off needs. *Out*: a page or a text. *Must not know*:
/// how it was found.
@NullMarked
package io.outcrop.report.doctor;

import org.jspecify.annotations.NullMarked;

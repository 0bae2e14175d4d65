/// Which findings has somebody accepted, why, and until when?
///
/// *In*: a file of accepted findings, reports by file, and the day. *Out*: what is still open, what
/// is accepted, and entries that are over or no longer needed, as findings. *Must not know*:
/// clocks, file systems, how findings are found.
@NullMarked
package io.outcrop.lint.baseline;

import org.jspecify.annotations.NullMarked;

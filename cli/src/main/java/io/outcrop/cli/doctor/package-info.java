/// Why can't this principal call this model?
///
/// *In*: a command line. *Out*: a report. *Must not know*: how causes are found.
@NullMarked
package io.outcrop.cli.doctor;

import org.jspecify.annotations.NullMarked;

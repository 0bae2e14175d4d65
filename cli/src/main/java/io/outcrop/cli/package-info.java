/// Which use case is asked for, and how does a person meet it?
///
/// *In*: a command line. *Out*: an answer on standard output, progress on standard error, an exit
/// code. *Must not know*: how any answer is found.
@NullMarked
package io.outcrop.cli;

import org.jspecify.annotations.NullMarked;

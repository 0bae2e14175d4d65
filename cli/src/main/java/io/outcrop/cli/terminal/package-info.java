/// How do words reach a person, and a person's answer come back?
///
/// *In*: the three standard streams. *Out*: lines, questions, whether there is a terminal and how
/// wide. *Must not know*: what is said.
@NullMarked
package io.outcrop.cli.terminal;

import org.jspecify.annotations.NullMarked;

/// What surrounds one run of a command?
///
/// *In*: a process, or a test that stands for one. *Out*: environment, folders, clock, terminal,
/// exit codes. *Must not know*: commands.
@NullMarked
package io.outcrop.cli.session;

import org.jspecify.annotations.NullMarked;

/// How is a world started, entered, emptied?
///
/// *In*: a command line. *Out*: a running endpoint, an environment, a command's exit code. *Must
/// not know*: how a world answers.
@NullMarked
package io.outcrop.cli.sandbox;

import org.jspecify.annotations.NullMarked;

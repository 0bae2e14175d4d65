/// What does a command line say?
///
/// *In*: words, and what a command understands. *Out*: options and operands, or what is wrong and
/// the nearest that is right. *Must not know*: what the words are for.
@NullMarked
package io.outcrop.cli.arguments;

import org.jspecify.annotations.NullMarked;

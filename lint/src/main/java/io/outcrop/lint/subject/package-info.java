/// What is linted, and what is known about it?
///
/// *In*: the tree of a policy, however wrong. *Out*: its statements as far as they can be read,
/// each text with its place; patterns that can be compared with each other; a place to put
/// findings. *Must not know*: single checks.
@NullMarked
package io.outcrop.lint.subject;

import org.jspecify.annotations.NullMarked;

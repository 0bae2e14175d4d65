/// What does an operation need to know about the call that it answers?
///
/// *In*: a call and the world. *Out*: its parts, the guard's refusals, the ways to answer. *Must
/// not know*: any one service.
@NullMarked
package io.outcrop.sandbox.visit;

import org.jspecify.annotations.NullMarked;

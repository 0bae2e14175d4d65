/// What goes wrong with a call on purpose?
///
/// *In*: a call, and the faults of its world. *Out*: refusals, delays, broken streams. *Must not
/// know*: what operations do, bytes.
@NullMarked
package io.outcrop.sandbox.fault;

import org.jspecify.annotations.NullMarked;

/// Why can this principal not call this model, and what would cure it?
///
/// *In*: a request to examine, a client side, an endpoint. *Out*: an examination, a plan, an
/// applied plan. *Must not know*: rendering, terminals.
@NullMarked
package io.outcrop.access;

import org.jspecify.annotations.NullMarked;

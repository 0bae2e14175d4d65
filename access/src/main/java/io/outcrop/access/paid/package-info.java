/// What may a paid probe start, and what does it cost at most?
///
/// *In*: what was seen before any call to the model. *Out*: what to tell a person who is asked for
/// consent. *Must not know*: the network, terminals.
@NullMarked
package io.outcrop.access.paid;

import org.jspecify.annotations.NullMarked;

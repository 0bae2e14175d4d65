/// What was seen, before anybody judges it?
///
/// *In*: answers to calls, and what stands on the client side. *Out*: one immutable value from
/// which the whole judgement follows. *Must not know*: the network, what an answer means.
@NullMarked
package io.outcrop.access.evidence;

import org.jspecify.annotations.NullMarked;

/// What does a probe send to a model?
///
/// *In*: what the user's client calls, and its own body if it gave one. *Out*: request bodies, and
/// how many tokens they are at most. *Must not know*: the network, what an answer means.
@NullMarked
package io.outcrop.access.body;

import org.jspecify.annotations.NullMarked;

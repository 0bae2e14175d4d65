/// What can be seen of a client side, an endpoint, an account and a model?
///
/// *In*: a request to examine. *Out*: observations. *Must not know*: what an observation means.
@NullMarked
package io.outcrop.access.probe;

import org.jspecify.annotations.NullMarked;

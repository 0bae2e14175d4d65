/// What does a call to a model cost?
///
/// *In*: a route and a day. *Out*: AWS's list prices as far as they are known, each with its
/// source. *Must not know*: what was called.
@NullMarked
package io.outcrop.models.price;

import org.jspecify.annotations.NullMarked;

/// What about the client side explains failures, before anything is sent?
///
/// *In*: a client side, what the search for credentials found. *Out*: hints. *Must not know*: the
/// network, what a cause is.
@NullMarked
package io.outcrop.cloud.inspection;

import org.jspecify.annotations.NullMarked;

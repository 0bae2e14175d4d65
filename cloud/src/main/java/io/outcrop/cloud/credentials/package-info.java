/// Which credential source wins, and why did the others not?
///
/// *In*: a client side. *Out*: credentials, or why there are none, with a reason for each source.
/// *Must not know*: what the credentials may do.
@NullMarked
package io.outcrop.cloud.credentials;

import org.jspecify.annotations.NullMarked;

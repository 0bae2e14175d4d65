/// Which calls does Outcrop make, service by service?
///
/// *In*: a connection. *Out*: answers. *Must not know*: why a call is made.
@NullMarked
package io.outcrop.cloud.call;

import org.jspecify.annotations.NullMarked;

/// Can a host be reached from here, how far does a connection get, and is the clock right?
///
/// *In*: an address and a deadline. *Out*: each stage with what came of it. *Must not know*:
/// credentials, AWS's operations.
@NullMarked
package io.outcrop.cloud.reach;

import org.jspecify.annotations.NullMarked;

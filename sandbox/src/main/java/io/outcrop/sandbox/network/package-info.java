/// Which VPC endpoints stand in an account's networks, and what do they let pass?
///
/// *In*: calls to EC2. *Out*: the endpoints of the world as EC2 shows them, and changes of their
/// policies. *Must not know*: which calls go through them.
@NullMarked
package io.outcrop.sandbox.network;

import org.jspecify.annotations.NullMarked;

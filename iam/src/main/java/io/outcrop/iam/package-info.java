/// Would this request be allowed, and which statement decides?
///
/// *In*: a request, and the policies of every layer. *Out*: a decision with its layer, policy,
/// statement and line. *Must not know*: Bedrock, the network, clocks.
@NullMarked
package io.outcrop.iam;

import org.jspecify.annotations.NullMarked;

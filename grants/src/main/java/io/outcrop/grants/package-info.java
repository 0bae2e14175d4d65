/// Which authorisations does one Bedrock call need, and which statements give them and no more?
///
/// *In*: a route and how it is called. *Out*: authorisations, and statements that know who needs
/// each of their lines. *Must not know*: the network, size limits, in which form a policy is handed
/// over.
@NullMarked
package io.outcrop.grants;

import org.jspecify.annotations.NullMarked;

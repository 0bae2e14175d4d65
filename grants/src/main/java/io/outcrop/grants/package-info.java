/// Which authorisations does one Bedrock call need, and which least policy gives them?
///
/// *In*: a route and how it is called. *Out*: authorisations, and a policy with the reason for each
/// line. *Must not know*: the network.
@NullMarked
package io.outcrop.grants;

import org.jspecify.annotations.NullMarked;

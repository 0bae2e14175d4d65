/// What is wrong with this policy, before anybody asks IAM?
///
/// *In*: the text of a policy, what it is used as, and what is known about where. *Out*: findings,
/// each with its place, what to do, and a fix where there is one. *Must not know*: the network,
/// clocks, terminals.
@NullMarked
package io.outcrop.lint;

import org.jspecify.annotations.NullMarked;

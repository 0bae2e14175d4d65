/// Does this pattern of a policy match this part of a request?
///
/// *In*: patterns as a statement writes them, and a request. *Out*: a truth, with the condition
/// keys that could turn it. *Must not know*: layers, decisions.
@NullMarked
package io.outcrop.iam.match;

import org.jspecify.annotations.NullMarked;

/// Do the conditions of a statement hold for a request?
///
/// *In*: conditions as a statement writes them, and a request. *Out*: a truth, with the condition
/// keys that could turn it. *Must not know*: layers, decisions, the other elements of a statement.
@NullMarked
package io.outcrop.iam.condition;

import org.jspecify.annotations.NullMarked;

/// May this caller do that, and what does AWS say if not?
///
/// *In*: a realm, a caller, an action. *Out*: a decision of `iam` under every layer, and AWS's
/// sentence. *Must not know*: what the action does.
@NullMarked
package io.outcrop.sandbox.guard;

import org.jspecify.annotations.NullMarked;

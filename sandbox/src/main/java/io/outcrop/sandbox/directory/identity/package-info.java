/// Who is in an account: users, groups, roles and instance profiles, and what is attached to them?
///
/// *In*: a visit. *Out*: IAM's answers and errors, and changes of the account. *Must not know*:
/// keys and sessions.
@NullMarked
package io.outcrop.sandbox.directory.identity;

import org.jspecify.annotations.NullMarked;

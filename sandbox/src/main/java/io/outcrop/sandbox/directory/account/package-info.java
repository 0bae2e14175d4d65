/// What does IAM say of an account as a whole?
///
/// *In*: a visit. *Out*: summaries and everything at once. *Must not know*: how to change any of it
/// but the account's alias.
@NullMarked
package io.outcrop.sandbox.directory.account;

import org.jspecify.annotations.NullMarked;

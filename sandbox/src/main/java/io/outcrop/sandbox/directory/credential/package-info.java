/// With what do people and programs prove who they are: access keys, service-specific credentials,
/// passwords, multi-factor devices, identity providers; and what does the report on them say?
///
/// *In*: a visit. *Out*: IAM's answers and errors, and changes of the account. *Must not know*:
/// what their owners may do.
@NullMarked
package io.outcrop.sandbox.directory.credential;

import org.jspecify.annotations.NullMarked;

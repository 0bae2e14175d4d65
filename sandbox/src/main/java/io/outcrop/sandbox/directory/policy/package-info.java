/// Which managed policies are there, in which versions, and who uses them?
///
/// *In*: a visit. *Out*: IAM's answers and errors, and changes of the account. *Must not know*:
/// what the policies allow.
@NullMarked
package io.outcrop.sandbox.directory.policy;

import org.jspecify.annotations.NullMarked;

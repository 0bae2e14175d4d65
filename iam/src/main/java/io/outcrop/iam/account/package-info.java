/// Which policies does a principal have, by what `aws iam get-account-authorization-details` says?
///
/// *In*: that command's output, a principal. *Out*: the policies and condition keys of the
/// principal; unknown, with the reason, where the output is incomplete. *Must not know*: requests,
/// decisions, the network.
@NullMarked
package io.outcrop.iam.account;

import org.jspecify.annotations.NullMarked;

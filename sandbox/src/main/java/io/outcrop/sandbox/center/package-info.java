/// Which permission sets does IAM Identity Center have, what do they allow, and where are they
/// provisioned?
///
/// *In*: calls to IAM Identity Center's administration. *Out*: permission sets as they are shown,
/// and changes of them; accounts change when a set is provisioned. *Must not know*: who signs in.
@NullMarked
package io.outcrop.sandbox.center;

import org.jspecify.annotations.NullMarked;

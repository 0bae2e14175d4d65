/// Who has signed in to IAM Identity Center, and which credentials do they get for that?
///
/// *In*: calls that nobody signs, with a token or on the way to one. *Out*: tokens, and credentials
/// of roles. *Must not know*: what permission sets say.
@NullMarked
package io.outcrop.sandbox.portal;

import org.jspecify.annotations.NullMarked;

/// How does IAM treat a call before it does what is asked: whom is it about, may the caller, is the
/// input well formed, what is the limit?
///
/// *In*: a visit. *Out*: what the call is about, or AWS's refusal; things as IAM shows them. *Must
/// not know*: what any one operation does.
@NullMarked
package io.outcrop.sandbox.directory.desk;

import org.jspecify.annotations.NullMarked;

/// What is asked, and which policies have a say?
///
/// *In*: who, which action, on what, in which circumstances; the policies of every layer. *Out*:
/// values. *Must not know*: how patterns match, how decisions are made.
@NullMarked
package io.outcrop.iam.request;

import org.jspecify.annotations.NullMarked;

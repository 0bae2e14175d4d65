/// What is the smallest change of policies that flips a decision?
///
/// *In*: the policies of every layer, a request, and which layers the asker may change. *Out*: at
/// most three documents with a patch each, verified by deciding again; or who else has to change
/// what; or why there is no such change. *Must not know*: how a change is made in AWS.
@NullMarked
package io.outcrop.iam.edit;

import org.jspecify.annotations.NullMarked;

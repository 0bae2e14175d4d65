/// What does every layer say to a request, one by one?
///
/// *In*: a request and its layers. *Out*: for each layer, in AWS's order, the statements that match
/// and those that miss by one element. *Must not know*: how patterns match; it asks the engine
/// about one statement, or one element of it, at a time.
@NullMarked
package io.outcrop.iam.walk;

import org.jspecify.annotations.NullMarked;

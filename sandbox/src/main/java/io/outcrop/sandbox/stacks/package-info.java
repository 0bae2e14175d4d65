/// Which stack owns a thing of an account, and what did its template say?
///
/// *In*: calls to CloudFormation that read. *Out*: the stacks of the world as CloudFormation shows
/// them. *Must not know*: what a template means; none is carried out here.
@NullMarked
package io.outcrop.sandbox.stacks;

import org.jspecify.annotations.NullMarked;

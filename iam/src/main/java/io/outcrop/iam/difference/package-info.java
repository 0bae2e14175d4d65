/// What access changes between two versions of a policy?
///
/// *In*: the documents of one kind before and after. *Out*: what is gained and lost, in words, each
/// with a request that the evaluator answers differently; or that both say the same. *Must not
/// know*: where the documents come from, other layers.
@NullMarked
package io.outcrop.iam.difference;

import org.jspecify.annotations.NullMarked;

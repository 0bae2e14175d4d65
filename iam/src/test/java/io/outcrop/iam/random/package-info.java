/// Which requests and policies reach every rule?
///
/// Everything is drawn from small pools, so that requests and policies meet often; a seed draws the
/// same in every run.
///
/// *In*: a seed. *Out*: well-formed layers, and requests to ask under them. *Must not know*:
/// decisions.
@NullMarked
package io.outcrop.iam.random;

import org.jspecify.annotations.NullMarked;

/// AWS's words: partitions, ARNs, principals, error envelopes, and secrets that cannot be printed.
///
/// *In*: text. *Out*: values. *Must not know*: sockets, files, clocks, what a policy or a model is.
@NullMarked
package io.outcrop.aws;

import org.jspecify.annotations.NullMarked;

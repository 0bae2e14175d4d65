/// How does a call's input become a request of AWS's protocols, and its answer values?
///
/// *In*: an operation and its input. *Out*: answers. *Must not know*: services, and why they are
/// called.
@NullMarked
package io.outcrop.cloud.protocol;

import org.jspecify.annotations.NullMarked;

/// What does a request say in its service's protocol, and how is an answer said in it?
///
/// *In*: requests, and values to answer with. *Out*: values by their modelled names, and responses.
/// Points in time are ISO 8601 texts in what comes in, and may be ISO 8601 texts or epoch seconds
/// in what goes out; blobs are base64 texts in both. *Must not know*: signatures, what an operation
/// does.
@NullMarked
package io.outcrop.sandbox.wire.dialect;

import org.jspecify.annotations.NullMarked;

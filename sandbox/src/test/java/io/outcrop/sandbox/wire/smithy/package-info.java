/// Does the wire hold to Smithy's protocol tests?
///
/// *In*: the cases of Smithy's own models. *Out*: differences. *Must not know*: HTTP servers.
@NullMarked
package io.outcrop.sandbox.wire.smithy;

import org.jspecify.annotations.NullMarked;

/// How does one port speak all that clients speak?
///
/// *In*: bytes on one port, HTTP/1.1 or HTTP/2, in clear text, over TLS or through a tunnel. *Out*:
/// whole requests for blocking code on virtual threads; its answers as bytes, at the client's pace.
/// *Must not know*: anything of ours. The HTTP library is a secret of this room: no type of it is
/// in a signature.
@NullMarked
package io.outcrop.http.server;

import org.jspecify.annotations.NullMarked;

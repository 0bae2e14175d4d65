/// What does an HTTP client say, and how is it answered?
///
/// *In*: bytes on one loopback port, HTTP/1.1 or HTTP/2 in clear text. *Out*: whole requests for
/// blocking code on virtual threads; its answers as bytes, at the client's pace. *Must not know*:
/// anything of ours. The HTTP library is a secret of this room: no type of it is in a signature.
@NullMarked
package io.outcrop.http;

import org.jspecify.annotations.NullMarked;

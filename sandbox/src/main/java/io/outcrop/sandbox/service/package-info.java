/// Which operation answers a call?
///
/// *In*: calls. *Out*: replies. *Must not know*: bytes, sockets.
@NullMarked
package io.outcrop.sandbox.service;

import org.jspecify.annotations.NullMarked;

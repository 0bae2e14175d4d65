/// Which connections are worth listening to, and how are they deciphered?
///
/// *In*: a connection of the HTTP library and its first bytes. *Out*: the same connection in clear
/// text, closed when it wastes time. *Must not know*: HTTP.
@NullMarked
package io.outcrop.http.channel;

import org.jspecify.annotations.NullMarked;

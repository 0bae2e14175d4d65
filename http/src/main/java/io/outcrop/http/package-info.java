/// What does an HTTP client say, and what is it answered?
///
/// *In*: nothing. *Out*: the words that a server and those who answer share: requests, responses,
/// headers, and how an answer may come to grief. *Must not know*: connections, the HTTP library.
@NullMarked
package io.outcrop.http;

import org.jspecify.annotations.NullMarked;

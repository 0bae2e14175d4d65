/// How is a request sent to somebody else's server?
///
/// *In*: an address, headers, a body. *Out*: a status and a body that is read as it comes, or why
/// there is none. *Must not know*: what is said.
@NullMarked
package io.outcrop.http.client;

import org.jspecify.annotations.NullMarked;

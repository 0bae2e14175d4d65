/// Which certificate does a server show, and why is it believed?
///
/// *In*: a folder, host names, a clock. *Out*: an authority of its own, kept in that folder, and
/// certificates that it signs. *Must not know*: connections, HTTP.
@NullMarked
package io.outcrop.http.certificate;

import org.jspecify.annotations.NullMarked;

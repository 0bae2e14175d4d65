/// What does an event look like on the wire?
///
/// *In*: events, or bytes. *Out*: frames of `application/vnd.amazon.eventstream`, server-sent
/// events, what frames say. *Must not know*: HTTP, what the events mean.
@NullMarked
package io.outcrop.sandbox.wire.eventstream;

import org.jspecify.annotations.NullMarked;

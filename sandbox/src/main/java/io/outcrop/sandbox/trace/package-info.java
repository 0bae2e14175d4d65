/// What did a call leave behind: events, metrics, logs, costs, and when was something last used?
///
/// *In*: one [Trace] a call, when its answer is over. *Out*: files that people read, and readers
/// for the services that show them. *Must not know*: how calls are answered, or the wire.
///
/// All traces of one request are written from the one record, so that they agree. They are written
/// without waiting for the disk: nothing is lost when a world is closed, and when its process is
/// killed only what stood in its buffers for less than a moment. `docs/files/traces.md` is the
/// format.
@NullMarked
package io.outcrop.sandbox.trace;

import org.jspecify.annotations.NullMarked;

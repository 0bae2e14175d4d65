/// On which threads are calls waited for?
///
/// *In*: work. *Out*: a thread that does it. *Must not know*: what the work is.
@NullMarked
package io.outcrop.cloud.thread;

import org.jspecify.annotations.NullMarked;

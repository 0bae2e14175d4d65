/// Which failures does a log hold, and how often each?
///
/// *In*: a log, CloudTrail events, or JSON a line. *Out*: equal failures, counted, with the first
/// and the last time. *Must not know*: files, how causes are told.
@NullMarked
package io.outcrop.causes.log;

import org.jspecify.annotations.NullMarked;

/// What would a run of doctor call, what is it authorised as, and what does it leave behind?
///
/// *In*: requests for examinations. *Out*: every call that they can lead to, the least policies for
/// the doctor itself, what published detections make of it. *Must not know*: the network; nothing
/// is called.
@NullMarked
package io.outcrop.access.announcement;

import org.jspecify.annotations.NullMarked;

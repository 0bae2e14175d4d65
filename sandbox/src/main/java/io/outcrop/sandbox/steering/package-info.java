/// How is a running world steered from outside of AWS's own operations?
///
/// *In*: requests under `/_outcrop/` that carry the world's control token. *Out*: its faults,
/// clock, document and snapshots, read or changed. *Must not know*: AWS's wire, what operations do.
@NullMarked
package io.outcrop.sandbox.steering;

import org.jspecify.annotations.NullMarked;

/// What does CloudTrail say happened?
///
/// *In*: calls of AWS CloudTrail, and the ledger's events. *Out*: the event history. *Must not
/// know*: how events are made or kept.
///
/// The event history needs no trail. Trails are not part of this sandbox: none is there, and what
/// would make one is refused by its name.
@NullMarked
package io.outcrop.sandbox.trail;

import org.jspecify.annotations.NullMarked;

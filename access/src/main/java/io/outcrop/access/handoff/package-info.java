/// What does somebody have to know, and to run, who can mend what the caller cannot?
///
/// *In*: what was seen, what follows from it, and where in the caller's code the call is made.
/// *Out*: all of a page, as values without a secret. *Must not know*: how a page looks; the
/// network.
@NullMarked
package io.outcrop.access.handoff;

import org.jspecify.annotations.NullMarked;

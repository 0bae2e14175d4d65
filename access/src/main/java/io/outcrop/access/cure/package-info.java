/// What would cure this refusal, here?
///
/// *In*: a refusal with what it rests on, and the policies as they stand. *Out*: cures with the
/// changes that `fix` would make. *Must not know*: the network, how a change is applied.
@NullMarked
package io.outcrop.access.cure;

import org.jspecify.annotations.NullMarked;

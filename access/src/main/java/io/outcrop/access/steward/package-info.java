/// Who owns the source of this, so that a change made by hand would be a drift?
///
/// *In*: a change, tags. *Out*: the owner, and the change to its source. *Must not know*: how a
/// change is applied.
@NullMarked
package io.outcrop.access.steward;

import org.jspecify.annotations.NullMarked;

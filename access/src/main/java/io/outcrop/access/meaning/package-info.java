/// Do two policies say the same, and what of one is still in the other?
///
/// *In*: policy documents. *Out*: a normal form, its digest, statements put in or taken out. *Must
/// not know*: whose policies they are, how they are changed.
@NullMarked
package io.outcrop.access.meaning;

import org.jspecify.annotations.NullMarked;

/// What explains AWS's answer, and what would break next?
///
/// *In*: observations. *Out*: an examination. *Must not know*: the network, the time of day, a
/// world's name.
@NullMarked
package io.outcrop.access.judgement;

import org.jspecify.annotations.NullMarked;

/// What will AWS answer to this call, and what would it answer once that is mended?
///
/// *In*: observations, and the catalogue of models. *Out*: the refusals ahead, in AWS's own order,
/// each with what it rests on. *Must not know*: the network, causes' texts, cures.
@NullMarked
package io.outcrop.access.prediction;

import org.jspecify.annotations.NullMarked;

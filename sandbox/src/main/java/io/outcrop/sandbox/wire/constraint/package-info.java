/// Does an input keep to what its model says, and in what words does AWS refuse it?
///
/// *In*: inputs by their modelled names, and models. *Out*: violations and sentences. *Must not
/// know*: protocols, what an operation does.
@NullMarked
package io.outcrop.sandbox.wire.constraint;

import org.jspecify.annotations.NullMarked;

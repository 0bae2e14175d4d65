/// A local AWS: what would AWS answer in this world?
///
/// *In*: a world. *Out*: an endpoint that unmodified clients can call. *Must not know*: causes,
/// doctors, runtimes.
@NullMarked
package io.outcrop.sandbox;

import org.jspecify.annotations.NullMarked;

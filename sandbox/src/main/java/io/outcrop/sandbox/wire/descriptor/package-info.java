/// Which operations does a service have, and what is the shape of what goes in and comes out?
///
/// *In*: the services' descriptors, which are resource files derived from the service models of the
/// AWS SDK for JavaScript. *Out*: values. *Must not know*: HTTP, what an operation does.
@NullMarked
package io.outcrop.sandbox.wire.descriptor;

import org.jspecify.annotations.NullMarked;

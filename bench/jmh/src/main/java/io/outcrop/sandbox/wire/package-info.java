/// What does the sandbox's wire cost?
///
/// *In*: nothing. *Out*: times. It has the name of the package that it measures, whose router
/// nobody else needs to see.
@NullMarked
package io.outcrop.sandbox.wire;

import org.jspecify.annotations.NullMarked;

/// What is a world, as a file?
///
/// *In*: YAML or JSON. *Out*: a world, or every problem with its place. *Must not know*: how it is
/// served.
@NullMarked
package io.outcrop.sandbox.world;

import org.jspecify.annotations.NullMarked;

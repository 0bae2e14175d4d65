/// What is there in a world at one moment?
///
/// *In*: a world file, or a world's state. *Out*: immutable values. *Must not know*: files, calls,
/// how policies are evaluated.
@NullMarked
package io.outcrop.sandbox.realm;

import org.jspecify.annotations.NullMarked;

/// Which sandbox does a test run against?
///
/// *In*: tests annotated with a world. *Out*: a running sandbox for a class or a method, injected
/// and closed. *Must not know*: any AWS client.
@NullMarked
package io.outcrop.sandbox.junit;

import org.jspecify.annotations.NullMarked;

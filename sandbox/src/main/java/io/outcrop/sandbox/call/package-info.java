/// What was called, and what is answered?
///
/// *In*: wire. *Out*: values. *Must not know*: HTTP.
@NullMarked
package io.outcrop.sandbox.call;

import org.jspecify.annotations.NullMarked;

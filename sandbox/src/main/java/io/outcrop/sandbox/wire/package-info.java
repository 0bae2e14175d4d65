/// How do bytes become calls, and replies bytes?
///
/// *In*: HTTP requests of unmodified AWS clients, whoever knows the keys, and a function that
/// answers calls. *Out*: HTTP responses in AWS's own forms. *Must not know*: what any operation
/// does, policies, worlds.
@NullMarked
package io.outcrop.sandbox.wire;

import org.jspecify.annotations.NullMarked;

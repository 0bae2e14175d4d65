/// Did the owner of a key sign exactly this request, now, for this service?
///
/// *In*: a request as it was sent, and whoever knows the keys' secrets. *Out*: the signer, or AWS's
/// refusal. *Must not know*: operations, policies, worlds.
@NullMarked
package io.outcrop.sandbox.signature;

import org.jspecify.annotations.NullMarked;

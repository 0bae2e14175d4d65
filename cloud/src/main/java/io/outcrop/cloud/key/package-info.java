/// What do the characters of a key, a token or an API key say, before anybody sends it?
///
/// *In*: texts that are secret. *Out*: words in which no part of a secret is. *Must not know*:
/// where the texts stand, the network.
@NullMarked
package io.outcrop.cloud.key;

import org.jspecify.annotations.NullMarked;

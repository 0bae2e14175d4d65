/// What came back from a call?
///
/// *In*: calls. *Out*: answers. *Must not know*: what they mean.
@NullMarked
package io.outcrop.cloud.answer;

import org.jspecify.annotations.NullMarked;

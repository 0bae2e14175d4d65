/// How do values lie in a file so that a program starts fast?
///
/// *In*: texts, lists and numbers, in an order that writer and reader know. *Out*: bytes, and the
/// same values again. *Must not know*: what the values mean.
@NullMarked
package io.outcrop.json.pack;

import org.jspecify.annotations.NullMarked;

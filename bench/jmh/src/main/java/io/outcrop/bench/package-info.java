/// How fast are the parts that have to be fast?
///
/// *In*: texts and policies of several sizes. *Out*: JMH's numbers. *Must not know*: how the parts
/// work.
@NullMarked
package io.outcrop.bench;

import org.jspecify.annotations.NullMarked;

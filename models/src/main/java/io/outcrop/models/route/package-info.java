/// By which routes can a model be reached?
///
/// *In*: catalogue entries. *Out*: values. *Must not know*: where they were read.
@NullMarked
package io.outcrop.models.route;

import org.jspecify.annotations.NullMarked;

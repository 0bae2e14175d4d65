/// What is known about each cause?
///
/// *In*: resource files, one a cause. *Out*: causes. *Must not know*: texts.
@NullMarked
package io.outcrop.causes.catalogue;

import org.jspecify.annotations.NullMarked;

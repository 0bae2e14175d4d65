/// What is known about each cause?
///
/// *In*: resource files, one a cause. *Out*: causes, what tells them, and the words they use. *Must
/// not know*: what a text that somebody pasted says.
@NullMarked
package io.outcrop.causes.catalogue;

import org.jspecify.annotations.NullMarked;

/// What was asked, what was found, and what follows?
///
/// *In*: evidence. *Out*: values. *Must not know*: how it was found.
@NullMarked
package io.outcrop.access.examination;

import org.jspecify.annotations.NullMarked;

/// What does this failure's text tell?
///
/// *In*: text, a slug, lines of JSON, a command to run. *Out*: explanations. *Must not know*: how
/// causes are recognised.
@NullMarked
package io.outcrop.cli.explain;

import org.jspecify.annotations.NullMarked;

/// How is an account cured, round after round?
///
/// *In*: a place, and somebody who consents. *Out*: every plan with what became of it. *Must not
/// know*: how it is shown.
@NullMarked
package io.outcrop.cli.cure;

import org.jspecify.annotations.NullMarked;

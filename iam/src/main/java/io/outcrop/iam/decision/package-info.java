/// What was decided, and by what?
///
/// *In*: values. *Out*: values. *Must not know*: how it was decided.
@NullMarked
package io.outcrop.iam.decision;

import org.jspecify.annotations.NullMarked;

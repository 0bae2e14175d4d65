/// What does each model accept in a request?
///
/// *In*: resource files with a source for every value. *Out*: traits by model id, and which beta
/// flag holds for which model. *Must not know*: requests.
@NullMarked
package io.outcrop.sandbox.traits;

import org.jspecify.annotations.NullMarked;

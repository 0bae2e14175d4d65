/// What has to be allowed to happen to prompts before a model answers?
///
/// *In*: a model's id, an account's mode. *Out*: whether that is enough. *Must not know*: live
/// accounts.
@NullMarked
package io.outcrop.models.retention;

import org.jspecify.annotations.NullMarked;

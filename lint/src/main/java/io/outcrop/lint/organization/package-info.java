/// Do policies that bound others (SCP, RCP, endpoint policy) keep to their own rules?
///
/// *In*: a subject of such a kind. *Out*: findings. *Must not know*: how a single ARN is written.
@NullMarked
package io.outcrop.lint.organization;

import org.jspecify.annotations.NullMarked;

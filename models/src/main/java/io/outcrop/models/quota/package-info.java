/// How much of a model may an account use, and which quota says so?
///
/// *In*: a route; the name of a quota as Service Quotas shows it. *Out*: what the quota counts and
/// for which model, and AWS's defaults as far as they are known, each with its source. *Must not
/// know*: live accounts.
@NullMarked
package io.outcrop.models.quota;

import org.jspecify.annotations.NullMarked;

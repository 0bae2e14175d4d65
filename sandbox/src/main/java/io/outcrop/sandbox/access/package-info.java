/// What stands between an account and a model?
///
/// *In*: a realm, an account, a region, the time. *Out*: how each condition of access stands. *Must
/// not know*: who asks, in which order conditions are asked.
///
/// The machine as a table, with its sources: `docs/model-access.md`.
@NullMarked
package io.outcrop.sandbox.access;

import org.jspecify.annotations.NullMarked;

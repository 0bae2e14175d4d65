/// What do policies allow, and does the engine decide as expected?
///
/// *In*: policies from files, from an account's authorisation details or from the account itself;
/// requests; cases. *Out*: decisions, what every layer says, how a suite went. *Must not know*: how
/// requests are decided, how answers are laid out.
@NullMarked
package io.outcrop.cli.policy;

import org.jspecify.annotations.NullMarked;

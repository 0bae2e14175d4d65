/// What does a person see of how true the sandbox is?
///
/// *In*: the ledger, and an account or world to hold it against. *Out*: text and JSON. *Must not
/// know*: how operations are answered.
@NullMarked
package io.outcrop.cli.sandbox.fidelity;

import org.jspecify.annotations.NullMarked;

/// How do we know that AWS does what the sandbox does?
///
/// *In*: the shipped ledger. *Out*: for each operation and each sentence its source and how sure it
/// is. *Must not know*: what operations do.
@NullMarked
package io.outcrop.sandbox.fidelity;

import org.jspecify.annotations.NullMarked;

/// What would IAM decide, and because of which statement, if this were asked?
///
/// *In*: a visit that asks. *Out*: decisions of the IAM engine in the form of AWS's policy
/// simulator. *Must not know*: how to change anything.
@NullMarked
package io.outcrop.sandbox.directory.simulation;

import org.jspecify.annotations.NullMarked;

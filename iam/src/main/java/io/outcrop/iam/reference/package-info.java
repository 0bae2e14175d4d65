/// Which actions, resource types and condition keys exist, and which goes with which?
///
/// *In*: names as policies write them. *Out*: facts of AWS's service authorization reference, or
/// the nearest name that exists. *Must not know*: policies, requests, decisions.
@NullMarked
package io.outcrop.iam.reference;

import org.jspecify.annotations.NullMarked;

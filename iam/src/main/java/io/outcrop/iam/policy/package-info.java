/// What does a policy document say, and where?
///
/// *In*: policy text. *Out*: a parsed document, or every problem with its line and column. *Must
/// not know*: requests, decisions.
@NullMarked
package io.outcrop.iam.policy;

import org.jspecify.annotations.NullMarked;

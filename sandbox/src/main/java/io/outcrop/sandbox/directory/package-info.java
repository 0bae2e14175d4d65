/// What do IAM and STS answer: users, groups, roles, policies, keys, sessions?
///
/// *In*: a visit. *Out*: AWS's answers and errors, and changes of the account. *Must not know*:
/// Bedrock.
@NullMarked
package io.outcrop.sandbox.directory;

import org.jspecify.annotations.NullMarked;

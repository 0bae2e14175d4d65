/// What does AWS Organizations answer, and what do the account and quota services?
///
/// *In*: a visit. *Out*: AWS's answers and errors. *Must not know*: Bedrock.
@NullMarked
package io.outcrop.sandbox.organizations;

import org.jspecify.annotations.NullMarked;

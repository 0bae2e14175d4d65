/// Which agreements has an account in AWS Marketplace?
///
/// *In*: calls of AWS Marketplace. *Out*: the agreements that Bedrock keeps, in AWS Marketplace's
/// form. *Must not know*: how agreements come to be.
@NullMarked
package io.outcrop.sandbox.marketplace;

import org.jspecify.annotations.NullMarked;

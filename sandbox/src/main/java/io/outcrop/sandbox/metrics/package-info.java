/// How do calls to models look in CloudWatch?
///
/// *In*: calls of Amazon CloudWatch, and the ledger's numbers. *Out*: the metrics of the namespace
/// `AWS/Bedrock`. *Must not know*: what was said in a call.
///
/// Only what AWS itself publishes is here: metrics of one's own are not taken, alarms and metric
/// math are not part of this sandbox.
@NullMarked
package io.outcrop.sandbox.metrics;

import org.jspecify.annotations.NullMarked;

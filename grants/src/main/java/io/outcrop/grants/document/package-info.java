/// What is a policy when it is handed to IAM: a named document, for somebody, within limits?
///
/// *In*: documents. *Out*: their size as IAM counts it, and how many of which size fit. *Must not
/// know*: what the documents say, in which form they are handed over.
@NullMarked
package io.outcrop.grants.document;

import org.jspecify.annotations.NullMarked;

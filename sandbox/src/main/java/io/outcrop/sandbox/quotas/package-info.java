/// How much may an account use, and how is more asked for?
///
/// *In*: calls of Service Quotas; a route to a model. *Out*: values in force. *Must not know*: what
/// was used of them.
@NullMarked
package io.outcrop.sandbox.quotas;

import org.jspecify.annotations.NullMarked;

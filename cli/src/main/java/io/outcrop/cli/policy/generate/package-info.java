/// Which policy does a person wish for, and how do they meet it?
///
/// *In*: options. *Out*: a table of reasons and documents, a form to hand over, or JSON. *Must not
/// know*: how a policy is made, how forms are written.
@NullMarked
package io.outcrop.cli.policy.generate;

import org.jspecify.annotations.NullMarked;

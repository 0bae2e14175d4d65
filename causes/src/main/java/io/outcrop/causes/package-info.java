/// What caused this failure?
///
/// *In*: any text that somebody pasted. *Out*: causes with their evidence, best first. *Must not
/// know*: the network, IAM evaluation.
@NullMarked
package io.outcrop.causes;

import org.jspecify.annotations.NullMarked;

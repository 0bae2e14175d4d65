/// Which temporary credentials does STS give out, to whom and on what terms?
///
/// *In*: a visit, or a call without a signature that brings a token. *Out*: STS's answers and
/// errors, and sessions in the world. *Must not know*: what the sessions are used for.
@NullMarked
package io.outcrop.sandbox.directory.token;

import org.jspecify.annotations.NullMarked;

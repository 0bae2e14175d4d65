/// Which functions run in an account, as which role, and with which variables?
///
/// *In*: calls to AWS Lambda that read. *Out*: the functions of the world as Lambda shows them.
/// *Must not know*: what a function does; none runs here.
@NullMarked
package io.outcrop.sandbox.functions;

import org.jspecify.annotations.NullMarked;

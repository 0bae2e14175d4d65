/// Where does a command look: at AWS, or at a world?
///
/// *In*: place options, the state folder. *Out*: a client side, an endpoint, a clock, a request to
/// examine. *Must not know*: what is looked for.
@NullMarked
package io.outcrop.cli.place;

import org.jspecify.annotations.NullMarked;

/// What do AWS's pages say the answer is?
///
/// The rules of the pages, each written down as plainly as can be, with no thought of speed; it
/// reads the documents themselves and shares no code with the engine, whose second opinion it is.
///
/// *In*: requests and layers. *Out*: judgements. *Must not know*: the engine.
@NullMarked
package io.outcrop.iam.plain;

import org.jspecify.annotations.NullMarked;

/// What was planned, begun and done, so that nothing is lost when the program is?
///
/// *In*: a plan, and what becomes of its steps. *Out*: a file that a later run goes on from. *Must
/// not know*: how a change is made.
@NullMarked
package io.outcrop.access.journal;

import org.jspecify.annotations.NullMarked;

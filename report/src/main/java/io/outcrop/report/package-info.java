/// How does a person or a program read a result?
///
/// *In*: examinations, plans, outcomes, explanations, causes. *Out*: pages of styled text, and
/// JSON. *Must not know*: the network, terminals.
@NullMarked
package io.outcrop.report;

import org.jspecify.annotations.NullMarked;

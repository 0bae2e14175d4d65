/// How does a person or a program read what policies answer?
///
/// *In*: decisions with the policies they rest on, what every layer says, how a suite of cases
/// went. *Out*: pages of styled text, JSON, and annotations for GitHub. *Must not know*: how it was
/// decided, files, the network, terminals.
@NullMarked
package io.outcrop.report.policy;

import org.jspecify.annotations.NullMarked;

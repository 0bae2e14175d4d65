/// How does GitHub show a result beside the lines that it is about?
///
/// *In*: a sentence and its place. *Out*: a workflow command. *Must not know*: what was found.
@NullMarked
package io.outcrop.report.github;

import org.jspecify.annotations.NullMarked;

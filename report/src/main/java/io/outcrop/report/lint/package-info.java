/// How does a person, a program or a code host read what is wrong with policies?
///
/// *In*: findings by policy. *Out*: text, JSON, SARIF, GitHub's annotations; the page of a finding.
/// *Must not know*: how anything is found, where policies come from.
@NullMarked
package io.outcrop.report.lint;

import org.jspecify.annotations.NullMarked;

/// What is asked, under which policies, and where do those come from?
///
/// *In*: options, files, standard input, an account. *Out*: questions, each with its policies, and
/// where the policies stand. *Must not know*: how answers are laid out.
@NullMarked
package io.outcrop.cli.policy.inquiry;

import org.jspecify.annotations.NullMarked;

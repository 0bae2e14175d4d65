/// Which policies are looked at for mistakes, and what is done about what is found?
///
/// *In*: options, files, folders, standard input, an account. *Out*: findings, files that are
/// mended. *Must not know*: how anything is found, how it is laid out.
@NullMarked
package io.outcrop.cli.policy.lint;

import org.jspecify.annotations.NullMarked;

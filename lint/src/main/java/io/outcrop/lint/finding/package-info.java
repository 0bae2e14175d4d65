/// What can be wrong with a policy, and what is wrong with this one?
///
/// *In*: resource files, one a finding type. *Out*: values. *Must not know*: how anything is found.
@NullMarked
package io.outcrop.lint.finding;

import org.jspecify.annotations.NullMarked;

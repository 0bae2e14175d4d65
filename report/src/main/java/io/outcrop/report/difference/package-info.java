/// How does a person or a program read what access changes between two versions of a policy?
///
/// *In*: changes with an example each. *Out*: text, JSON, GitHub's annotations. *Must not know*:
/// how a difference is found.
@NullMarked
package io.outcrop.report.difference;

import org.jspecify.annotations.NullMarked;

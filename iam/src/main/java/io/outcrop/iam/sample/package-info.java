/// Which requests do policies tell apart?
///
/// *In*: statements. *Out*: the patterns, condition keys and principals in them, and texts that meet
/// or narrowly miss each. *Must not know*: decisions, edits.
@NullMarked
package io.outcrop.iam.sample;

import org.jspecify.annotations.NullMarked;

/// Which requests do policies tell apart?
///
/// *In*: statements. *Out*: the patterns, condition keys and principals in them, texts that meet or
/// narrowly miss each, and which part of a statement meets a request. *Must not know*: edits,
/// differences.
@NullMarked
package io.outcrop.iam.sample;

import org.jspecify.annotations.NullMarked;

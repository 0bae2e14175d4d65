/// Do statements of one document make each other useless?
///
/// *In*: a subject. *Out*: findings about pairs of statements. *Must not know*: what exists.
@NullMarked
package io.outcrop.lint.overlap;

import org.jspecify.annotations.NullMarked;

/// What makes the next start fast?
///
/// *In*: nothing. *Out*: usual commands, run one after the other for the class-data cache that the
/// launcher makes, and the catalogues in a form that needs no parsing. *Must not know*: how they
/// work.
@NullMarked
package io.outcrop.cli.warmup;

import org.jspecify.annotations.NullMarked;

/// Which classes does a usual run load?
///
/// *In*: nothing. *Out*: usual commands, run one after the other for the class-data cache that the
/// launcher makes. *Must not know*: how they work.
@NullMarked
package io.outcrop.cli.warmup;

import org.jspecify.annotations.NullMarked;

/// Which version is this, of program and catalogues?
///
/// *In*: a command line. *Out*: versions. *Must not know*: anything else.
@NullMarked
package io.outcrop.cli.version;

import org.jspecify.annotations.NullMarked;

/// What would cure it, and is it to be done?
///
/// *In*: a command line, a person's answers. *Out*: plans, outcomes. *Must not know*: how changes
/// are made.
@NullMarked
package io.outcrop.cli.fix;

import org.jspecify.annotations.NullMarked;

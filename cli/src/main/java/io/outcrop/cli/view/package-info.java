/// In which form, and where to, is an answer written?
///
/// *In*: view options. *Out*: text or JSON, on standard output or in files. *Must not know*: what
/// the answer is.
@NullMarked
package io.outcrop.cli.view;

import org.jspecify.annotations.NullMarked;

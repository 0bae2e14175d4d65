/// What does it look like when Outcrop mends five accounts?
///
/// *In*: the five seeds' worlds. *Out*: a play for people, or its results for programs. *Must not
/// know*: how anything is found or mended.
@NullMarked
package io.outcrop.cli.demo;

import org.jspecify.annotations.NullMarked;

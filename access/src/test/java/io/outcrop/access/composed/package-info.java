/// Made-up accounts with faults in them, many of them in one sandbox: does the doctor name what
/// stands in the way, and nothing else?
@NullMarked
package io.outcrop.access.composed;

import org.jspecify.annotations.NullMarked;

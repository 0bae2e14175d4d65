/// Which operations does a service have, and what is the shape of what goes in and comes out?
///
/// *In*: the services' descriptors, resource files that `tools/descriptors` derives from the
/// service models that botocore ships; and descriptors written by hand for routes that no model
/// has. *Out*: values. *Must not know*: HTTP, what an operation does.
///
/// A descriptor is JSON. `operations` have a method, a path and a status where the protocol tells
/// them by path, and the names of their structures. `shapes` are structures: `Key !tagKeyType,
/// Value string`, where `!` means required; a union begins with `| `. A type is `string`,
/// `boolean`, `blob`, `document`, `timestamp` (`timestamp:date-time`, `:epoch-seconds`,
/// `:http-date`), a number (`integer`, `double`), `#Structure`, `[element]`,
/// `[elementName=element]`, `{key=value}`, or the name of an entry of `types`. Behind it may stand
/// `1..64` (length, of numbers the range), `=a|b` (an enumeration), `secret`, `flat`, `sparse`,
/// `names(key;value)`, and last `/expression/`. Behind a member's type stands where it is:
/// `@label`, `@query(name)`, `@queryrest`, `@header(name)`, `@prefix(name)`, `@payload`, `@status`,
/// `@name(name)` in the body, `@queryname(name)`, `@flat`.
@NullMarked
package io.outcrop.sandbox.wire.descriptor;

import org.jspecify.annotations.NullMarked;

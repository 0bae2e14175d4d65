/// Does the document have the elements that its kind of policy asks for, and no others?
///
/// *In*: a subject. *Out*: findings about elements, their types, sizes and names. *Must not know*:
/// what actions, resources and keys exist.
@NullMarked
package io.outcrop.lint.element;

import org.jspecify.annotations.NullMarked;

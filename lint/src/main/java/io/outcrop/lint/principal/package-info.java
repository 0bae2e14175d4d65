/// Whom does a policy name, can it be anybody, and is it too many?
///
/// *In*: a subject. *Out*: findings about `Principal`, `NotPrincipal` and about trust. *Must not
/// know*: models, organizations.
@NullMarked
package io.outcrop.lint.principal;

import org.jspecify.annotations.NullMarked;

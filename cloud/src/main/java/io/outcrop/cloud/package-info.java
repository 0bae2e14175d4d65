/// How is AWS asked, as whom, and what did it answer?
///
/// *In*: credentials, a region, an endpoint that the user chose. *Out*: answers, none of them
/// thrown. *Must not know*: what the answers mean.
@NullMarked
package io.outcrop.cloud;

import org.jspecify.annotations.NullMarked;

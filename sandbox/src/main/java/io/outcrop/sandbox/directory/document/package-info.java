/// Does IAM take this policy document, and what does it say if not?
///
/// *In*: a document's text and what it is to be used as. *Out*: the document, or IAM's sentence.
/// *Must not know*: who the document is attached to.
@NullMarked
package io.outcrop.sandbox.directory.document;

import org.jspecify.annotations.NullMarked;

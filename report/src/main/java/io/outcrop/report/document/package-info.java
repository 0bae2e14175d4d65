/// How does a page for a person read as Markdown, as HTML and as a mail?
///
/// *In*: blocks of words, the same for every form. *Out*: one text a form. *Must not know*: what
/// the page is about.
@NullMarked
package io.outcrop.report.document;

import org.jspecify.annotations.NullMarked;

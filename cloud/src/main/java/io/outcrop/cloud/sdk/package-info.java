/// How is AWS's SDK made to read nothing of this process, and what do its exceptions say?
///
/// *In*: whose side calls, with which credentials, where to. *Out*: clients of single services, and
/// answers in place of exceptions. *Must not know*: which calls are made.
@NullMarked
package io.outcrop.cloud.sdk;

import org.jspecify.annotations.NullMarked;

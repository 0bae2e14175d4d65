/// Which certificates does the client side trust, and which of its settings says so?
///
/// *In*: a client side. *Out*: its sources of trusted certificates, each with what is in it. *Must
/// not know*: hosts, calls, what a client does with an untrusted host.
@NullMarked
package io.outcrop.cloud.trust;

import org.jspecify.annotations.NullMarked;

/// What does the user's side look like: environment, AWS files, .env, working directory?
///
/// *In*: a process, or a world's client side. *Out*: values, each with where it came from. *Must
/// not know*: the network.
@NullMarked
package io.outcrop.cloud.client;

import org.jspecify.annotations.NullMarked;

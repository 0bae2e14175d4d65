/// Does the engine agree with a suite of cases?
///
/// A case is a JSON object of format `authz-case/1`: a request, the policies of every layer, and
/// the decision expected, with reasons. Beyond that format a case may say which layers nobody could
/// look at: `"unknownLayers": {"scp": "why"}`, and then expect `depends-on-unknown` with
/// `"unknown"`. Documents whose `Principal` is not as AWS wants it are read as they are meant.
///
/// *In*: cases as JSON. *Out*: for each, whether the engine agrees, with what it says instead.
/// *Must not know*: files, terminals, how decisions are made.
@NullMarked
package io.outcrop.iam.suite;

import org.jspecify.annotations.NullMarked;

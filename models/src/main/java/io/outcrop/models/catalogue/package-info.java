/// What is known about each model, from which source?
///
/// *In*: resource files, and facts that an account answered. *Out*: models. *Must not know*: who
/// asks.
///
/// # The files
///
/// All lie beside this package as resources. Every fact has `source`, an id of `sources.json`, and
/// `asOf`, the day or month for which the source says it; a `note` may stand beside them. What is
/// not known is left out. Days are `2026-11-20`. Where regions are listed, the name of a set of
/// `geography.json` may stand instead of the list. Unknown members are errors.
///
/// - `index.json`: `version` (the date of the newest source) and `models`, the ids, newest first.
/// - `sources.json`: title and date of each source.
/// - `geography.json`: `regionSets`, and `maps`, for each geography prefix the destinations by
///   called region.
/// - `models/ID.json`, `:` written as `_`: `id`, `name`, `family`, `requestStyle`; `product` (AWS
///   Marketplace); `access`, with `openTo` where AWS does not open it to every account; `start`;
///   `lifecycle`, rows of `legacy`, `extended`, `end`, `endNoSoonerThan` that hold in their
///   `regions`, where `*` means all that no other row names; `onDemand`, where the model answers,
///   or answered while it lived, to its own id; `profiles` with the `regions` from which they can
///   be called and `destinations` by called region (`geo-map`, or a region that the object leaves
///   out: as the map of its prefix says); `replacements`, best first.
/// - A row or a profile with a `doubt` holds something that its sources leave open; a row without
///   dates says that none are known there. `verified: false` marks a profile that only third-party
///   catalogues list: it is offered last.
/// - `look-alikes.json`: ids that do not exist but are in use, with the model that is meant and
///   why; the names of `Resolution.Reason` are the reasons.
///
/// To add a model: write its file, add its id to `index.json`, its source to `sources.json`, and a
/// case to the tests' `models/resolve` folder.
@NullMarked
package io.outcrop.models.catalogue;

import org.jspecify.annotations.NullMarked;

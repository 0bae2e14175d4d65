package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Realm;

/// A world as its file says it, checked: every reference in it leads somewhere.
///
/// @param name its name
/// @param source the whole document, with what it inherits
/// @param realm what the document describes
public record World(String name, Json.Obj source, Realm realm) {}

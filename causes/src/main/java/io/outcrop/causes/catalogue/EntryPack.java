package io.outcrop.causes.catalogue;

import io.outcrop.json.Json;
import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import java.util.List;
import java.util.SortedMap;

/// All entries in one file that is read without parsing: what tells the causes, and beside it the
/// rest of each entry's JSON, for when its cause is asked for, and the words it uses, for when a
/// text is compared with them.
public final class EntryPack {
  private EntryPack() {}

  /// A pack of entries, by slug.
  ///
  /// @throws IllegalStateException if one is malformed: the files are part of the program
  public static byte[] of(SortedMap<String, Json> entries) {
    var packer = new Packer();
    packer.list(entries.entrySet(), (pack, entry) -> write(pack, entry.getKey(), entry.getValue()));
    return packer.bytes();
  }

  /// The entries of a pack.
  public static List<Entry> read(byte[] pack) {
    return new Unpacker(pack).list(EntryPack::entry);
  }

  private static void write(Packer packer, String slug, Json json) {
    var entry = wellFormed(slug, json);
    packer.text(slug);
    packer.lists(entry.sentences());
    packer.lists(entry.gists());
    packer.list(entry.tells(), EntryPack::write);
    packer.block(block ->
        block.json(((Json.Obj) json).without("sentences").without("gists").without("tells")));
    packer.block(entry.vocabulary()::write);
  }

  private static void write(Packer packer, Tell tell) {
    packer.lists(tell.when());
    packer.lists(tell.unless());
    packer.text(tell.says().name());
    packer.number(tell.points());
    packer.flag(tell.alone());
  }

  private static Entry entry(Unpacker packed) {
    var slug = packed.text();
    var sentences = packed.lists();
    var gists = packed.lists();
    var tells = packed.list(EntryPack::tell);
    var page = packed.block();
    var words = packed.block();
    return new Entry(
        slug,
        sentences,
        gists,
        tells,
        () -> EntryReader.page(page.json()),
        () -> Vocabulary.read(words));
  }

  private static Tell tell(Unpacker packed) {
    return new Tell(
        packed.lists(),
        packed.lists(),
        Tell.Strength.valueOf(packed.text()),
        packed.number(),
        packed.flag());
  }

  private static Entry wellFormed(String slug, Json json) {
    return switch (EntryReader.read(json)) {
      case EntryReading.Read(var entry) -> entry;
      case EntryReading.Malformed(var problems) ->
          throw new IllegalStateException(
              "entry `" + slug + "` is malformed: " + problems.getFirst());
    };
  }
}

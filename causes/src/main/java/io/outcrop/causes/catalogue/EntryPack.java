package io.outcrop.causes.catalogue;

import io.outcrop.causes.text.PhraseBook;
import io.outcrop.json.Json;
import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All entries in one file that is read without parsing: what tells the causes, and beside it the
/// rest of each entry's JSON, for when its cause is asked for, and the words it uses, for when a
/// text is compared with them; and the books of their phrases, ready to be looked up in.
public final class EntryPack {
  private final List<Entry> entries;
  private final Later<PhraseBook> sentences;
  private final Later<PhraseBook> gists;

  private EntryPack(Unpacker packed) {
    this.entries = packed.list(EntryPack::entry);
    var sentenceBook = packed.block();
    var gistBook = packed.block();
    this.sentences = new Later<>(() -> PhraseBook.read(sentenceBook));
    this.gists = new Later<>(() -> PhraseBook.read(gistBook));
  }

  /// A pack of entries, by slug.
  ///
  /// @throws IllegalStateException if one is malformed: the files are part of the program
  public static byte[] of(SortedMap<String, Json> entries) {
    var packer = new Packer();
    var read = new ArrayList<Entry>();
    packer.list(
        entries.entrySet(),
        (pack, json) -> {
          var entry = wellFormed(json.getKey(), json.getValue());
          read.add(entry);
          write(pack, entry, json.getValue());
        });
    packer.block(sentencesOf(read)::write);
    packer.block(gistsOf(read)::write);
    return packer.bytes();
  }

  /// Reads a pack.
  public static EntryPack read(byte[] pack) {
    return new EntryPack(new Unpacker(pack));
  }

  /// The entries, by slug.
  public List<Entry> entries() {
    return entries;
  }

  /// The sentences of all entries, made when they are first asked for.
  public PhraseBook sentences() {
    return sentences.get();
  }

  /// The gists of all entries, made when they are first asked for.
  public PhraseBook gists() {
    return gists.get();
  }

  /// A book of all sentences of these entries.
  public static PhraseBook sentencesOf(List<Entry> entries) {
    var all = new TreeMap<String, List<String>>();
    entries.forEach(entry -> all.putAll(entry.sentences()));
    return new PhraseBook(all);
  }

  /// A book of all gists of these entries.
  public static PhraseBook gistsOf(List<Entry> entries) {
    var all = new TreeMap<String, List<String>>();
    entries.forEach(entry -> all.putAll(entry.gists()));
    return new PhraseBook(all);
  }

  private static void write(Packer packer, Entry entry, Json json) {
    packer.text(entry.slug());
    packer.list(entry.tells(), EntryPack::write);
    packer.block(block -> block.json(((Json.Obj) json).without("tells")));
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
    var tells = packed.list(EntryPack::tell);
    var page = packed.block();
    var words = packed.block();
    return new Entry(
        slug, tells, () -> EntryReader.page(page.json()), () -> Vocabulary.read(words));
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

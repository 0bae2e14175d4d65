package io.outcrop.models.catalogue;

import io.outcrop.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/// The sources that entries name.
record Sources(Map<String, Source> byId) {

  /// A page or a collection, and its date (a day, or a month).
  record Source(String title, String date) {}

  static Sources read() {
    return Document.read(
        "sources.json",
        fields -> {
          var sources = new LinkedHashMap<String, Source>();
          for (var id : fields.names()) {
            fields
                .object(id)
                .ifPresent(source -> {
                  sources.put(id, new Source(source.text("title"), source.text("date")));
                  source.finish();
                });
          }
          return new Sources(sources);
        });
  }

  /// Reads the members `source`, `asOf` and `note` of a fact; the title of its source.
  String check(Fields fact) {
    fact.optionalText("note");
    fact.text("asOf");
    var source = byId.get(fact.text("source"));
    if (source == null) {
      fact.problem("source", "no source has this id");
      return "";
    }
    return source.title();
  }
}

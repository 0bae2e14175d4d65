package io.outcrop.sandbox.world;

import io.outcrop.json.Json;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Writes a document as YAML that people read, and that reads as the same document.
public final class YamlWriter {
  private static final int WIDTH = 100;

  private YamlWriter() {}

  /// The document, ended by a line break.
  public static String write(Json.Obj document) {
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(WIDTH)
            .setSplitLines(false)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    return new Dump(settings).dumpToString(plain(document));
  }

  private static Object plain(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        var map = new LinkedHashMap<String, Object>();
        object.members().forEach((name, member) -> map.put(name, plain(member.value())));
        yield map;
      }
      case Json.Arr array -> array.elements().stream().map(YamlWriter::plain).toList();
      case Json.Str string -> string.text();
      case Json.Num number ->
          number.value().scale() > 0 ? number.value() : number.value().toBigInteger();
      case Json.Bool flag -> flag.value();
      case Json.Null _ -> throw new IllegalArgumentException("a world has no null");
    };
  }
}

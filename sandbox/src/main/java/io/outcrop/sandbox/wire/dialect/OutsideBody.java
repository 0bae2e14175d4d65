package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.PercentCode;
import io.outcrop.http.Request;
import io.outcrop.json.Json;
import io.outcrop.sandbox.wire.descriptor.Location;
import io.outcrop.sandbox.wire.descriptor.Member;
import io.outcrop.sandbox.wire.descriptor.Type;
import io.outcrop.sandbox.wire.descriptor.Type.TimeForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says in its path, its query and its headers, where everything is text whatever
/// its type. Not safe for several threads.
final class OutsideBody {
  private final Request request;
  private final Map<String, String> labels;
  private final Scalars scalars;
  private final Map<String, List<String>> query;

  /// @param labels the path's labels as they stood on the wire
  OutsideBody(Request request, Map<String, String> labels, Scalars scalars) {
    this.request = request;
    this.labels = labels;
    this.scalars = scalars;
    this.query = request.query().isEmpty() ? Map.of() : Parameters.parse(request.query());
  }

  /// The value of `member`, if it stands outside the body and is there.
  Optional<Json> read(Member member) {
    return switch (member.location()) {
      case Location.Label(String label) ->
          Optional.ofNullable(labels.get(label))
              .map(raw -> scalars.text(member.type(), PercentCode.decode(raw), TimeForm.DATE_TIME));
      case Location.Query(String parameter) ->
          Optional.ofNullable(query.get(parameter)).map(values -> queried(member.type(), values));
      case Location.QueryRest _ -> rest(member);
      case Location.Header(String header) -> header(member.type(), request.headers().all(header));
      case Location.Prefix(String prefix) -> prefixed(prefix);
      case Location.Body _, Location.Payload _, Location.Status _ -> Optional.empty();
    };
  }

  private Json queried(Type type, List<String> values) {
    return type instanceof Type.ListOf list
        ? elements(list.element(), values, TimeForm.DATE_TIME)
        : scalars.text(type, values.getFirst(), TimeForm.DATE_TIME);
  }

  private Optional<Json> header(Type type, List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (type instanceof Type.ListOf list) {
      var isTime =
          list.element() instanceof Type.Timestamp(TimeForm form)
              && (form == TimeForm.USUAL || form == TimeForm.HTTP_DATE);
      return Optional.of(
          elements(
              list.element(),
              HeaderList.split(String.join(",", lines), isTime),
              TimeForm.HTTP_DATE));
    }
    return Optional.of(scalars.text(type, lines.getFirst().strip(), TimeForm.HTTP_DATE));
  }

  private Json elements(Type type, List<String> values, TimeForm usual) {
    return Json.array(values.stream().map(value -> scalars.text(type, value, usual)).toList());
  }

  private Optional<Json> rest(Member member) {
    var isLists = member.type() instanceof Type.MapOf map && map.value() instanceof Type.ListOf;
    var result = new LinkedHashMap<String, Json>();
    query.forEach((name, values) ->
        result.put(name, isLists ? Json.ofTexts(values) : Json.of(values.getFirst())));
    return result.isEmpty() ? Optional.empty() : Optional.of(Json.object(result));
  }

  private Optional<Json> prefixed(String prefix) {
    var result = new LinkedHashMap<String, Json>();
    request
        .headers()
        .forEach((name, value) -> {
          if (name.startsWith(prefix)) {
            result.putIfAbsent(name.substring(prefix.length()), Json.of(value));
          }
        });
    return result.isEmpty() ? Optional.empty() : Optional.of(Json.object(result));
  }

  /// Lists in headers: `a, "b, c"`; dates have a comma inside.
  private static final class HeaderList {
    private HeaderList() {}

    static List<String> split(String text, boolean areDates) {
      var parts = new ArrayList<String>();
      var part = new StringBuilder();
      var quoted = false;
      var commas = 0;
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        if (c == '\\' && quoted && i + 1 < text.length()) {
          part.append(text.charAt(++i));
        } else if (c == '"' && (quoted || part.toString().isBlank())) {
          quoted = !quoted;
        } else if (c == ',' && !quoted && (!areDates || ++commas % 2 == 0)) {
          parts.add(part.toString().strip());
          part.setLength(0);
        } else {
          part.append(c);
        }
      }
      parts.add(part.toString().strip());
      return parts;
    }
  }
}

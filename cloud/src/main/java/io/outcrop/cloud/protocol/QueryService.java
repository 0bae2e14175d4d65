package io.outcrop.cloud.protocol;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.answer.UnreadableAnswerException;
import io.outcrop.cloud.sdk.SignedService;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A service that takes forms and answers in XML. Source: Smithy's "AWS query protocol" and "AWS
/// EC2 query protocol", read 2026-11. Safe for many threads.
///
/// @param version the date of its interface
public record QueryService(SignedService service, String version) {
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8");

  /// Makes one call, again where AWS throttles it or fails.
  ///
  /// @param reader reads what the operation gives
  public <T> Answer<T> ask(String operation, Form input, Function<Xml, T> reader) {
    return ask(operation, request(operation, version, input).repeatable(), reader);
  }

  /// The same.
  ///
  /// @param leaving told when the request is on its way, each time it is sent
  public <T> Answer<T> ask(
      String operation, Form input, Runnable leaving, Function<Xml, T> reader) {
    var request = request(operation, version, input).repeatable().telling(leaving);
    return ask(operation, request, reader);
  }

  /// Makes one call, once: each that is done makes a thing of its own.
  public <T> Answer<T> askOnce(String operation, Form input, Function<Xml, T> reader) {
    return ask(operation, request(operation, version, input), reader);
  }

  /// Makes one call whose answer says nothing more.
  public Answer<Boolean> tell(String operation, Form input) {
    return ask(operation, input, _ -> true);
  }

  /// Makes one call a page of a list.
  public <T> Answer<List<T>> pages(String operation, Form input, Function<Xml, List<T>> items) {
    return Pages.collect(marker ->
        ask(
            operation,
            marker.isEmpty() ? input : input.with("Marker", marker),
            found -> new Pages.Page<>(items.apply(found), found.text("Marker"))));
  }

  private <T> Answer<T> ask(
      String operation, SignedService.Request request, Function<Xml, T> reader) {
    return service.ask(
        operation,
        request,
        response -> {
          var root = Xml.read(response.text());
          if (!root.name().equals(operation + "Response")) {
            throw new UnreadableAnswerException(
                "the answer is no `%sResponse`".formatted(operation));
          }
          return reader.apply(root.child(operation + "Result").orElse(root));
        });
  }

  /// The request of one call.
  public static SignedService.Request request(String operation, String version, Form input) {
    return new SignedService.Request(
        "POST", "/", HEADERS, "Action=" + operation + "&Version=" + version + input.text());
  }
}

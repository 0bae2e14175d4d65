package io.outcrop.cloud.protocol;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A service that takes and gives JSON and reads the operation from a header. Source: Smithy's "AWS
/// JSON 1.0 protocol" and "AWS JSON 1.1 protocol", read 2026-11. Safe for many threads.
///
/// @param version of the protocol: `1.0` or `1.1`
/// @param target what stands before the operation in the header
public record JsonService(SignedService service, String version, String target) {
  /// Makes one call, again where AWS throttles it or fails.
  ///
  /// @param reader reads what the operation gives
  public <T> Answer<T> ask(String operation, Json.Obj input, Function<Json.Obj, T> reader) {
    return service.ask(
        operation,
        request(version, target, operation, input).repeatable(),
        response -> reader.apply(Bodies.object(response)));
  }

  /// The request of one call.
  public static SignedService.Request request(
      String version, String target, String operation, Json.Obj input) {
    return new SignedService.Request(
        "POST",
        "/",
        Map.of(
            "content-type", "application/x-amz-json-" + version,
            "x-amz-target", target + "." + operation),
        input.toString());
  }

  /// Makes one call a page of a list.
  ///
  /// @param list the name of the list in answers
  /// @param item reads one element
  public <T> Answer<List<T>> pages(
      String operation, Json.Obj input, String list, Function<Json.Obj, T> item) {
    return Pages.collect(token ->
        ask(
            operation,
            token.isEmpty() ? input : input.with("NextToken", Json.of(token)),
            found ->
                new Pages.Page<>(
                    Bodies.objects(found, list).map(item).toList(),
                    found.text("NextToken").orElse(""))));
  }
}

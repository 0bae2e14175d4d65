package io.outcrop.sandbox.wire;

import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.dialect.Decoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take to find out what a request asks for, and to write an answer? Everything
/// but the network, the signature and the service. Goal: a few microseconds for InvokeModel.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WireBenchmark {
  private static final String TEXT = "a".repeat(1_000);

  private final Router router = new Router();
  private final Request invoke =
      request(
          "/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/invoke",
          Map.of("content-type", "application/json", "accept", "application/json"),
          "{\"anthropic_version\": \"bedrock-2023-05-31\", \"max_tokens\": 5, \"messages\": []}");
  private final Request converse =
      request(
          "/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse",
          Map.of("content-type", "application/json"),
          "{\"messages\": [{\"role\": \"user\", \"content\": [{\"text\": \"" + TEXT + "\"}]}]}");
  private final Request getUser =
      request("/", Map.of(), "Action=GetUser&Version=2010-05-08&UserName=alice");
  private final Json.Obj answer =
      Json.object()
          .with(
              "output",
              Json.object()
                  .with(
                      "message",
                      Json.object()
                          .with("role", Json.of("assistant"))
                          .with("content", Json.array(List.of(text())))))
          .with("stopReason", Json.of("end_turn"));
  private final Json.Obj user =
      Json.object()
          .with(
              "User",
              Json.object()
                  .with("UserName", Json.of("alice"))
                  .with("Arn", Json.of("arn:aws:iam::111122223333:user/alice"))
                  .with("CreateDate", Json.of("2026-11-21T00:00:00Z")));

  /// InvokeModel, whose body is the model's own and is not read here.
  @Benchmark
  public Object invokeModel() {
    var found = (Routing.Found) router.route(invoke, "id");
    var read = found.dialect().decode(found.operation(), invoke, found.labels());
    var body = TEXT.getBytes(StandardCharsets.UTF_8);
    return read instanceof Decoding.Read
        ? Response.of(200, Headers.of(Map.of("content-type", "application/json")), body)
        : read;
  }

  /// Converse with 1 KB in and out, read and written by the model.
  @Benchmark
  public Object converse() {
    return both(converse, answer);
  }

  /// GetUser: a form in, XML out.
  @Benchmark
  public Object getUser() {
    return both(getUser, user);
  }

  private Object both(Request request, Json.Obj output) {
    var found = (Routing.Found) router.route(request, "id");
    var read = found.dialect().decode(found.operation(), request, found.labels());
    return switch (read) {
      case Decoding.Read _ -> found.dialect().output(found.operation(), output, "id");
      case Decoding.Refused(Reply.Fault fault) -> throw new IllegalStateException(fault.message());
    };
  }

  private static Json.Obj text() {
    return Json.object().with("text", Json.of(TEXT));
  }

  private static Request request(String target, Map<String, String> headers, String body) {
    return new Request(
        "POST", target, "", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }
}

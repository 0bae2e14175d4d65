package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.dialect.Decoding;
import io.outcrop.sandbox.wire.eventstream.FrameReader;
import io.outcrop.sandbox.wire.eventstream.FrameReading;
import io.outcrop.sandbox.wire.eventstream.Frames;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Requests that were changed at random: each is read or refused, never anything else, and costs no
/// more memory than a multiple of its size. `-Dfuzz.seed=…` repeats a run.
class FuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int RUNS = 4_000;
  private static final long FREE_BYTES = 4_000_000;
  private static final long BYTES_A_BYTE = 400;

  private static final String CBOR_LIST_METRICS =
      "v2lOYW1lc3BhY2VrQVdTL0JlZHJvY2tqRGltZW5zaW9uc5+/ZE5hbWVnTW9kZWxJZGVWYWx1ZWF4//9kTmV4dPb/";

  private final Random random = new Random(SEED);
  private final Router router = new Router();

  private static final List<Request> SEEDS =
      List.of(
          request(
              "/",
              Map.of(),
              "Action=TagUser&Version=2010-05-08&UserName=u&Tags.member.1.Key=k"
                  + "&Tags.member.1.Value=v"),
          request(
              "/",
              Map.of(),
              "Action=PutMetricData&Version=2010-08-01&Namespace=a&MetricData.member.1.MetricName=b"
                  + "&MetricData.member.1.Timestamp=2026-11-21T00:00:00Z&MetricData.member.1.Value=1e3"),
          request(
              "/",
              Map.of(),
              "Action=DescribeVpcEndpoints&Version=2016-11-15&VpcEndpointId.1=a&Filter.1.Name=b"
                  + "&Filter.1.Value.1=c&MaxResults=9"),
          request(
              "/",
              Map.of("x-amz-target", "AWSInsightsIndexService.GetCostAndUsage"),
              """
              {"TimePeriod": {"Start": "2026-11-01", "End": "2026-11-21"}, "Granularity": "DAILY",
               "Metrics": ["BlendedCost"], "Filter": {"And": [{"Dimensions": {"Key": "SERVICE",
               "Values": ["Amazon Bedrock"]}}, {"Not": {"Tags": {"Key": "a", "Values": []}}}]}}\
              """),
          request(
              "/model/a.model%3A0/converse",
              Map.of(),
              """
              {"messages": [{"role": "user", "content": [{"text": "hi"}, {"image": {"format": "png",
               "source": {"bytes": "aGk="}}}]}], "inferenceConfig": {"maxTokens": 5, "temperature": 0.5},
               "additionalModelRequestFields": {"top_k": [1, {"a": null}]}}\
              """),
          new Request(
              "POST",
              "/service/GraniteServiceVersion20100801/operation/ListMetrics",
              "",
              Headers.of(Map.of("smithy-protocol", "rpc-v2-cbor")),
              Base64.getDecoder().decode(CBOR_LIST_METRICS)),
          new Request(
              "POST",
              "/model/a.model-1/invoke-with-bidirectional-stream",
              "",
              Headers.of(Map.of("content-type", "application/vnd.amazon.eventstream")),
              frame()));

  @Test
  void seedsAreRead() {
    for (var seed : SEEDS) {
      assertThat(decode(seed)).as(seed.toString()).isInstanceOf(Decoding.Read.class);
    }
  }

  @Test
  void whatIsChangedIsReadOrRefused() {
    for (var run = 0; run < RUNS; run++) {
      var seed = SEEDS.get(run % SEEDS.size());
      var body = seed.body().clone();
      for (var times = random.nextInt(4); times >= 0; times--) {
        body = changed(body);
      }
      var request = new Request(seed.method(), seed.target(), "", seed.headers(), body);
      assertIsCheap(request, run);
    }
  }

  @Test
  void depthLengthsAndNumbersAreBounded() {
    var deep = "[".repeat(50_000);
    var cborDeep = new byte[50_000];
    Arrays.fill(cborDeep, (byte) 0x9f);
    var cborLong = new byte[] {(byte) 0xbf, 0x7b, 0x7f, -1, -1, -1, -1, -1, -1, -1};
    var numbers = "{\"MaxResults\": 1e999999999, \"NextToken\": 1}";
    var digits = "{\"MaxResults\": " + "9".repeat(900) + "}";
    var target = Map.of("x-amz-target", "AWSOrganizationsV20161128.ListAccounts");
    for (var body : List.of(deep, numbers, digits, "{\"NextToken\": " + deep + "}")) {
      assertThat(decode(request("/", target, body))).isInstanceOf(Decoding.Refused.class);
    }
    for (var body : List.of(cborDeep, cborLong)) {
      var seed = SEEDS.get(5);
      var request = new Request(seed.method(), seed.target(), "", seed.headers(), body);
      assertThat(decode(request)).isInstanceOf(Decoding.Refused.class);
      assertIsCheap(request, -1);
    }
    var form =
        "Action=TagUser&Version=2010-05-08&UserName=u&" + "Tags.member.".repeat(5_000) + "=1";
    assertIsCheap(request("/", Map.of(), form), -1);
  }

  @Test
  void expressionsThatBacktrackEndSoon() {
    var id = "a".repeat(2_000) + "!";
    assertIsCheap(request("/model/" + id + "/converse", Map.of(), "{}"), -1);
    assertIsCheap(request("/model/" + "a-".repeat(1_000) + "%21/converse", Map.of(), "{}"), -1);
  }

  @Test
  void everyCutOrChangedFrameIsRefused() {
    var frame = frame();
    assertThat(FrameReader.read(frame)).isInstanceOf(FrameReading.Read.class);
    for (var length = 1; length < frame.length; length++) {
      assertThat(FrameReader.read(Arrays.copyOf(frame, length)))
          .isInstanceOf(FrameReading.Malformed.class);
    }
    for (var at = 0; at < frame.length; at++) {
      var changed = frame.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      assertThat(FrameReader.read(changed))
          .as("byte %s, seed %s", at, SEED)
          .isInstanceOf(FrameReading.Malformed.class);
    }
  }

  private void assertIsCheap(Request request, int run) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadAllocatedBytes();
    decode(request);
    var cost = threads.getCurrentThreadAllocatedBytes() - before;
    var size = request.body().length + request.target().length();
    assertThat(cost)
        .as("run %s, seed %s, %s", run, SEED, request)
        .isLessThan(FREE_BYTES + BYTES_A_BYTE * size);
  }

  /// What the handler does before it asks any service.
  private Object decode(Request request) {
    return switch (router.route(request, "id")) {
      case Routing.Unknown unknown -> unknown;
      case Routing.Found found -> {
        var decoding = found.dialect().decode(found.operation(), request, found.labels());
        if (decoding instanceof Decoding.Refused(Reply.Fault fault)) {
          assertThat(found.dialect().fault(fault, "id").status()).isEqualTo(400);
        }
        yield decoding;
      }
    };
  }

  private byte[] changed(byte[] body) {
    if (body.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    var at = random.nextInt(body.length);
    var result = body.clone();
    switch (random.nextInt(5)) {
      case 0 -> result[at] = (byte) random.nextInt();
      case 1 -> result[at] = (byte) "{}[]\":,0-e.&=%\\".charAt(random.nextInt(15));
      case 2 -> result = Arrays.copyOf(body, at);
      case 3 -> System.arraycopy(body, 0, result, at, body.length - at);
      default -> {
        result = new byte[Math.min(body.length * 2, 20_000)];
        for (var i = 0; i < result.length; i++) {
          result[i] = body[(at + i) % body.length];
        }
      }
    }
    return result;
  }

  private static byte[] frame() {
    return Frames.encode(new Reply.Event(false, "chunk", Json.object().with("a", Json.of(1))));
  }

  private static Request request(String target, Map<String, String> headers, String body) {
    return new Request(
        "POST", target, "", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }
}

package io.outcrop.sandbox.wire;

import com.sun.management.ThreadMXBean;
import io.outcrop.http.Headers;
import io.outcrop.http.Request;
import io.outcrop.sandbox.call.Keys;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.service.Services;
import io.outcrop.sandbox.signature.SignatureVerifier;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// How many signed, authorised InvokeModel calls does one thread answer in a second of its own CPU
/// time, without the network, and how many bytes does a call take from the heap? The calls and the
/// world are those of `bench/sandbox`. Not a test: run its main method. Arguments: the model, the
/// access key id and, if wanted, how many rounds of four seconds.
final class SignedCallsRun {
  private static final ThreadMXBean CPU = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String BUSY =
      """
      formatVersion: 1
      name: busy
      summary: healthy, with more tokens a minute and a day than can be used
      extends: healthy
      accounts:
        "111122223333":
          bedrock:
            quotas:
              applied:
                "*": {L-8DBF1BF4: 1000000000000000, L-D079EA65: 1000000000000000}
      """;
  private static final int REQUESTS = 256;
  private static final int SECONDS = 4;
  private static final int ROUNDS = 4;

  private SignedCallsRun() {}

  public static void main(String[] args) throws IOException {
    var folder = Files.createTempDirectory("signed-calls").resolve("world");
    var machine = InstantSource.system();
    if (!(Worlds.read(BUSY) instanceof WorldReading.Read(World busy))) {
      throw new IllegalStateException("the world is malformed");
    }
    var realm = busy.realm();
    var rounds = args.length > 2 ? Integer.parseInt(args[2]) : ROUNDS;
    LiveWorld.create(folder, realm, machine);
    try (var world = LiveWorld.open(folder, null, machine)) {
      var handler =
          new CallHandler(
              new SignatureVerifier(world, machine), new Services(world, _ -> {}), machine);
      var requests = requests(world, args[0], args[1], realm.subject().region());
      System.out.println(handler.handle(requests.getFirst()));
      for (var round = 1; round <= rounds; round++) {
        System.out.printf("round %d: %s%n", round, round(handler, requests));
      }
    }
  }

  private static String round(CallHandler handler, List<Request> requests) {
    var begin = CPU.getCurrentThreadCpuTime();
    var allocated = CPU.getCurrentThreadAllocatedBytes();
    var end = begin + SECONDS * 1_000_000_000L;
    var calls = 0L;
    while (CPU.getCurrentThreadCpuTime() < end) {
      for (var request : requests) {
        if (handler.handle(request).status() != 200) {
          throw new IllegalStateException(handler.handle(request).toString());
        }
        calls++;
      }
    }
    return "%,d calls/s, %,d bytes/call"
        .formatted(
            calls * 1_000_000_000L / (CPU.getCurrentThreadCpuTime() - begin),
            (CPU.getCurrentThreadAllocatedBytes() - allocated) / calls);
  }

  private static List<Request> requests(
      LiveWorld world, String model, String keyId, String region) {
    var requests = new ArrayList<Request>();
    for (var i = 0; i < REQUESTS; i++) {
      requests.add(request(world, model, keyId, region, i));
    }
    return requests;
  }

  private static Request request(
      LiveWorld world, String model, String keyId, String region, int number) {
    if (!(world.find(keyId) instanceof Keys.Key.Active active)) {
      throw new IllegalArgumentException("`" + keyId + "` is no active key of this world");
    }
    var body =
        ("{\"anthropic_version\": \"bedrock-2023-05-31\", \"max_tokens\": 200, \"system\": \""
                + "Answer at length. ".repeat(12)
                + "\", \"messages\": [{\"role\": \"user\", \"content\": \"Call "
                + number
                + ": "
                + "what does bedrock look like where it comes to the surface? ".repeat(3)
                + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    var unsigned =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(
                URI.create(
                    "https://bedrock-runtime."
                        + region
                        + ".amazonaws.com/model/"
                        + model.replace(":", "%3A")
                        + "/invoke"))
            .putHeader("content-type", "application/json")
            .putHeader("accept", "application/json")
            .putHeader("user-agent", "aws-sdk-java/2.x")
            .contentStreamProvider(() -> new ByteArrayInputStream(body))
            .build();
    var signed =
        AwsV4HttpSigner.create()
            .sign(parameters ->
                parameters
                    .identity(AwsCredentialsIdentity.create(keyId, active.secret().reveal()))
                    .request(unsigned)
                    .payload(() -> new ByteArrayInputStream(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region))
            .request();
    var headers = new LinkedHashMap<String, String>();
    signed.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Request("POST", signed.getUri().getRawPath(), "", Headers.of(headers), body);
  }
}

package io.outcrop.access.composed;

import io.outcrop.access.Doctor;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.causes.CauseCatalogue;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SdkTarget;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.cloud.sdk.SignedService.Request;
import io.outcrop.models.ModelCatalogue;
import io.outcrop.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// A caller in a running world: what AWS answers to them, and what the doctor says.
final class Visit {
  private static final Doctor DOCTOR =
      new Doctor(CauseCatalogue::shipped, ModelCatalogue.shipped());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  static final String LET_THROUGH = "let through";
  private static final String HELLO =
      """
      {"anthropic_version":"bedrock-2023-05-31","max_tokens":1,\
      "messages":[{"role":"user","content":"Hi"}]}\
      """;

  private final Sandbox sandbox;
  private final Draft draft;
  private final ClientSide client;

  Visit(Sandbox sandbox, Path folder, Draft draft) {
    this.sandbox = sandbox;
    this.draft = draft;
    this.client =
        new ClientSide(
            ComposedWorld.environment(draft), home(folder), folder, draft.clockOffset, true);
  }

  private Path home(Path folder) {
    var home = folder.resolve(draft.account());
    try {
      Files.createDirectories(home.resolve(".aws"));
      Files.writeString(home.resolve(".aws/config"), ComposedWorld.config(draft));
      Files.writeString(home.resolve(".aws/credentials"), ComposedWorld.credentials(draft));
      return home;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// What AWS says to the plain call, and if it lets that through, to the streaming one. Without
  /// what differs from one call or resource to the next.
  String answer() {
    if (!client.environment().containsKey("AWS_REGION")) {
      return "nothing was sent: no region";
    }
    var found = CredentialSearches.search(client, "", InstantSource.fixed(draft.clock));
    if (found.winner().isEmpty()) {
      return "nothing was sent: "
          + found.tried().stream().map(one -> one.outcome() + " " + one.trouble()).toList();
    }
    var target =
        new SdkTarget(client, found.winner().get(), draft.region(), sandbox.endpoint(), PATIENCE);
    try (var setup = new SdkSetup(target)) {
      var runtime = setup.signed("bedrock-runtime", draft.region(), "bedrock");
      var plain = words(call(runtime, "invoke"));
      return plain.equals(LET_THROUGH)
          ? words(call(runtime, "invoke-with-response-stream"))
          : plain;
    }
  }

  private Answer<Integer> call(SignedService runtime, String operation) {
    var id = URLEncoder.encode(draft.called, StandardCharsets.UTF_8);
    return runtime.ask(
        operation,
        Request.json("POST", "/model/" + id + "/" + operation, HELLO),
        response -> response.status());
  }

  private String words(Answer<?> answer) {
    return switch (answer) {
      case Answer.Succeeded<?> _ -> LET_THROUGH;
      case Answer.Refused<?> refused ->
          refused.error().code()
              + ": "
              + refused
                  .error()
                  .message()
                  .replaceAll(" on resource: \\S+", "")
                  .replace(draft.account(), "ACCOUNT")
                  .replaceAll("%08d[0-9]*".formatted(draft.number), "NUMBER")
                  .replaceAll("\\d{8}T\\d{6}Z", "TIME");
      case Answer.Unreachable<?> lost -> lost.stage() + ": " + lost.why();
    };
  }

  Examination examination() {
    return DOCTOR.examine(request());
  }

  ExaminationRequest request() {
    return new ExaminationRequest(
        client,
        new Setting("BEDROCK_MODEL_ID", draft.called, "world"),
        Setting.unset("AWS_REGION"),
        "",
        "admin",
        ExaminationRequest.Probing.FREE,
        sandbox.endpoint(),
        PATIENCE,
        InstantSource.fixed(draft.clock));
  }
}

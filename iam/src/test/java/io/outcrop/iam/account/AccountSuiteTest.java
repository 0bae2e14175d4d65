package io.outcrop.iam.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Principal;
import io.outcrop.iam.policy.Statement.Pattern;
import io.outcrop.iam.request.Layer;
import io.outcrop.iam.request.NamedPolicy;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tree of accounts: pages as the AWS CLI prints them, a principal, and what it has.
class AccountSuiteTest {
  private static final Path ROOT = Path.of("src/test/resources/iam/account");

  private static List<Path> cases() throws IOException {
    try (var files = Files.list(ROOT)) {
      return files.map(ROOT::relativize).sorted().toList();
    }
  }

  @Test
  void suiteIsThere() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void detailsSayWhatThePrincipalHas(Path file) throws IOException {
    var problems = new ArrayList<Problem>();
    var value = ((JsonReading.Read) JsonReader.read(Files.readString(ROOT.resolve(file)))).value();
    var fields = new Fields(value, "", problems);
    fields.text("name");
    fields.text("source");
    var text =
        fields.list("pages", page -> page).stream()
            .map(JsonWriter::pretty)
            .collect(Collectors.joining("\n"));
    var principal = Principal.parse(fields.text("principal")).orElseThrow();
    var expected = fields.object("expected").orElseThrow();
    switch (AccountDetails.read(text)) {
      case AccountReading.Read(var details) -> check(details.find(principal), expected);
      case AccountReading.Rejected(var found) ->
          assertThat(found.getFirst().toString()).endsWith(expected.text("rejected"));
    }
    expected.finish();
    fields.finish();
    assertThat(problems).isEmpty();
  }

  private static void check(PrincipalReading reading, Fields expected) {
    switch (reading) {
      case PrincipalReading.Found found -> {
        assertThat(found.arn()).isEqualTo(expected.text("arn"));
        assertThat(words(found.identity())).isEqualTo(expected.text("identity"));
        assertThat(words(found.boundary())).isEqualTo(expected.text("boundary"));
        assertThat(words(found.session())).isEqualTo(expected.text("session"));
        if (expected.has("context")) {
          assertThat(found.context()).isEqualTo(expected.textMap("context"));
        }
        expected
            .optionalText("firstResource")
            .ifPresent(resource -> assertThat(resources(found.identity())).contains(resource));
      }
      case PrincipalReading.NotThere(var names) ->
          assertThat(names).isEqualTo(expected.texts("notThere"));
      case PrincipalReading.Malformed(var policy, var problems) -> {
        assertThat(policy).isEqualTo(expected.text("malformed"));
        assertThat(problems.getFirst().toString()).isEqualTo(expected.text("problem"));
      }
    }
  }

  private static String words(Layer layer) {
    return switch (layer) {
      case Layer.Absent() -> "absent";
      case Layer.Unknown(var why) -> "unknown: " + why;
      case Layer.Known(var policies) ->
          "known: "
              + policies.stream().map(AccountSuiteTest::words).collect(Collectors.joining(", "));
    };
  }

  private static String words(NamedPolicy policy) {
    var actions =
        policy.document().statements().stream()
            .flatMap(statement -> statement.actions().values().stream())
            .map(Pattern::text)
            .toList();
    return policy.name() + " of " + policy.attachedTo() + " " + actions;
  }

  private static List<String> resources(Layer layer) {
    return ((Layer.Known) layer)
        .policies().stream()
            .flatMap(policy -> policy.document().statements().stream())
            .flatMap(statement -> statement.resources().values().stream())
            .map(Pattern::text)
            .toList();
  }

  @Test
  void theTrustPolicyOfARoleIsFoundByItsArn() {
    var details =
        ((AccountReading.Read)
                AccountDetails.read(
                    JsonWriter.pretty(
                        Json.object()
                            .with(
                                "RoleDetailList",
                                Json.array(
                                    List.of(
                                        Json.object()
                                            .with("RoleName", Json.of("app"))
                                            .with(
                                                "Arn",
                                                Json.of("arn:aws:iam::111122223333:role/app"))
                                            .with(
                                                "AssumeRolePolicyDocument",
                                                Json.of(
                                                    "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C"
                                                        + "%22Principal%22%3A%22*%22%2C%22Action%22%3A"
                                                        + "%22sts%3AAssumeRole%22%7D%7D"))))))))
            .details();
    assertThat(details.trust("arn:aws:iam::111122223333:role/app")).isPresent();
    assertThat(details.trust("arn:aws:iam::111122223333:role/other")).isEmpty();
  }
}

package io.outcrop.sandbox.functions;

import io.outcrop.json.Json;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.realm.Deployment.LambdaFunction;
import io.outcrop.sandbox.realm.UniqueId;
import io.outcrop.sandbox.visit.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A function as AWS Lambda shows it. Source: AWS Lambda API Reference, "FunctionConfiguration",
/// read 2026-11. There is no code here: what is said of it (size, hash) is made up from the name,
/// and no place is named where it would lie.
final class FunctionShown {
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  private FunctionShown() {}

  static Json.Obj whole(Visit visit, LambdaFunction function) {
    return Output.of(
        "Configuration",
        configuration(visit, function),
        "Code",
        Output.of("RepositoryType", "S3"),
        "Tags",
        Optional.of(function.tags()).filter(tags -> !tags.isEmpty()).map(FunctionShown::map));
  }

  static Json.Obj configuration(Visit visit, LambdaFunction function) {
    var account = visit.account().id();
    var name = new FunctionName(visit.region(), account, function.name(), "");
    return Output.of(
        "FunctionName", function.name(),
        "FunctionArn", name.arn(),
        "Runtime", function.runtime(),
        "Role", function.role(),
        "Handler", function.handler(),
        "CodeSize", 262,
        "Description", "",
        "Timeout", 3,
        "MemorySize", 128,
        "LastModified", modified(function.modified()),
        "CodeSha256", hash(name.arn()),
        "Version", "$LATEST",
        "Environment",
            Optional.of(function.environment())
                .filter(variables -> !variables.isEmpty())
                .map(variables -> Output.of("Variables", map(variables))),
        "TracingConfig", Output.of("Mode", "PassThrough"),
        "RevisionId",
            UUID.nameUUIDFromBytes(name.arn().getBytes(StandardCharsets.UTF_8)).toString(),
        "State", "Active",
        "LastUpdateStatus", "Successful",
        "PackageType", "Zip",
        "Architectures", Json.array(List.of(Json.of("x86_64"))),
        "EphemeralStorage", Output.of("Size", 512));
  }

  private static String modified(Instant time) {
    return MODIFIED.format(time);
  }

  private static String hash(String arn) {
    var bytes = UniqueId.hex(arn, 32).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Json.Obj map(Map<String, String> values) {
    var members = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> members.put(name, Json.of(value)));
    return Json.object(members);
  }
}

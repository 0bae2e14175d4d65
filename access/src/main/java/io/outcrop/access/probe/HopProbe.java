package io.outcrop.access.probe;

import io.outcrop.access.evidence.Hop;
import io.outcrop.access.evidence.Observation;
import io.outcrop.aws.Arn;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.json.Json;
import java.util.List;

/// Looks as whom a Lambda function calls, and who may become that.
final class HopProbe {
  private final AwsAccount reader;

  HopProbe(AwsAccount reader) {
    this.reader = reader;
  }

  /// The function `name`, or the one that the ARN means.
  Observation<Hop> look(String name, Round round) {
    return round
        .once(
            List.of(reader, name),
            "lambda:GetFunctionConfiguration",
            () ->
                Observation.of("lambda:GetFunctionConfiguration", reader.functions().role(name))
                    .map(role -> new Hop(name, role, trust(role))))
        .seen();
  }

  /// A trust policy that cannot be read is said where the role's policies are.
  private List<Json.Obj> trust(String role) {
    var name = Arn.parse(role).map(Arn::resourceId).orElse("");
    return reader.iam().role(name.substring(name.lastIndexOf('/') + 1))
            instanceof Answer.Succeeded<Iam.Entity>(var entity, var _)
        ? entity.trust()
        : List.of();
  }
}

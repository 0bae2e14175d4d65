package io.outcrop.lint.bedrock;

import io.outcrop.lint.subject.Patterns;
import io.outcrop.lint.subject.StatementView;
import io.outcrop.lint.subject.Subject;
import io.outcrop.lint.subject.Text;
import java.util.List;
import java.util.Optional;

/// A resource of Bedrock as a policy names it.
///
/// @param text as written
/// @param parts its six parts, policy variables as stars
record BedrockArn(Text text, List<String> parts) {
  private static final String MODEL = "foundation-model/";
  private static final String PROFILE = "inference-profile/";

  static Optional<BedrockArn> of(Text text, Subject subject) {
    var parts = Patterns.parts(subject.pattern(text.value()));
    return parts.size() == 6 && parts.get(0).equals("arn") && parts.get(2).equals("bedrock")
        ? Optional.of(new BedrockArn(text, parts))
        : Optional.empty();
  }

  static List<BedrockArn> in(StatementView statement, Subject subject) {
    return statement.resources().stream().flatMap(text -> of(text, subject).stream()).toList();
  }

  boolean isModel() {
    return parts.get(5).startsWith(MODEL);
  }

  boolean isProfile() {
    return parts.get(5).startsWith(PROFILE);
  }

  /// What stands behind the type.
  String id() {
    return parts.get(5).substring(parts.get(5).indexOf('/') + 1);
  }

  String region() {
    return parts.get(3);
  }

  String account() {
    return parts.get(4);
  }

  boolean hasPlainId() {
    return !Patterns.hasWildcard(id());
  }

  boolean hasPlainRegion() {
    return !region().isEmpty() && !Patterns.hasWildcard(region());
  }

  /// The ARN as written with another part.
  String with(int part, String value) {
    var written = text.value().split(":", 6);
    written[part] = value;
    return String.join(":", written);
  }
}

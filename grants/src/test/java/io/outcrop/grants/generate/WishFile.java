package io.outcrop.grants.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.grants.generate.PolicyWish.ApplicationProfile;
import io.outcrop.grants.generate.PolicyWish.Guardrail;
import io.outcrop.grants.generate.PolicyWish.Owned;
import io.outcrop.grants.generate.PolicyWish.RouteKind;
import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads the wish and the target of a case, strictly.
final class WishFile {
  private WishFile() {}

  static PolicyWish wish(Json json) {
    var problems = new ArrayList<Problem>();
    var fields = new Fields(json, "/wish", problems);
    var wish =
        new PolicyWish(
            fields.texts("models"),
            fields.texts("regions"),
            enums(RouteKind.class, fields.texts("routes")),
            fields.has("abilities")
                ? enums(Ability.class, fields.texts("abilities"))
                : Set.of(Ability.PLAIN, Ability.STREAM),
            enums(BearerToken.class, fields.texts("apiKeys")),
            new Owned(
                fields.objects(
                    "applicationProfiles",
                    own -> new ApplicationProfile(own.text("arn"), own.text("source"))),
                fields.texts("provisioned"),
                fields.objects(
                    "guardrails",
                    own -> new Guardrail(own.text("arn"), own.optionalText("profile").orElse(""))),
                fields.texts("mantleProjects")),
            fields.optionalText("account").orElse(NamedDocument.ACCOUNT));
    fields.finish();
    assertThat(problems).isEmpty();
    return wish;
  }

  /// `attached user alice`, `inline role app`, or nothing.
  static Target target(String words) {
    if (words.isEmpty()) {
      return new Target.Unattached();
    }
    var parts = words.split(" ", 3);
    var holder = Holder.of(parts[1], parts[2]).orElseThrow();
    return parts[0].equals("inline") ? new Target.Inline(holder) : new Target.Attached(holder);
  }

  private static <E extends Enum<E>> Set<E> enums(Class<E> type, List<String> names) {
    var result = EnumSet.noneOf(type);
    names.forEach(name -> result.add(Enum.valueOf(type, name)));
    return result;
  }
}

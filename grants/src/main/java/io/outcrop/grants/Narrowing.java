package io.outcrop.grants;

import java.util.ArrayList;
import java.util.List;

/// Which condition keys of a request become conditions of the statement that allows it.
///
/// A key narrows if the resource does not say the same. `aws:RequestedRegion` therefore counts for
/// actions on `*` alone, and not for API keys: a key opens nothing by itself, and every ARN that it
/// may reach names its region. `bedrock:GuardrailIdentifier` does not narrow: a policy that forces
/// a guardrail is another wish than one that allows it.
enum Narrowing {
  PROFILE("StringEquals", "bedrock:InferenceProfileArn"),
  TOKEN("StringEquals", "bedrock:BearerTokenType"),
  MANTLE_TOKEN("StringEquals", "bedrock-mantle:BearerTokenType"),
  MANTLE_MODEL("StringEquals", "bedrock-mantle:Model"),
  CALLED_VIA("StringEquals", "aws:CalledViaLast"),
  PRODUCT("ForAnyValue:StringEquals", "aws-marketplace:ProductId"),
  REGION("StringEquals", "aws:RequestedRegion") {
    @Override
    boolean appliesTo(RequiredAuthorization needed) {
      return super.appliesTo(needed)
          && needed.resource().equals("*")
          && !needed.action().endsWith(":CallWithBearerToken");
    }
  };

  private final String operator;
  private final String key;

  Narrowing(String operator, String key) {
    this.operator = operator;
    this.key = key;
  }

  String key() {
    return key;
  }

  /// Whether the key narrows `needed`, if it brings it at all.
  boolean appliesTo(RequiredAuthorization needed) {
    return needed.value(key).isPresent();
  }

  /// The conditions of the statement that allows `needed` and no more, sorted.
  static List<Condition> of(RequiredAuthorization needed) {
    var conditions = new ArrayList<Condition>();
    for (var one : values()) {
      if (one.appliesTo(needed)) {
        conditions.add(Condition.of(one.operator, one.key, needed.value(one.key).orElseThrow()));
      }
    }
    return conditions.stream().sorted().toList();
  }
}

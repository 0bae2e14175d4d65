package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The account's rules for passwords. What is not said goes back to its default. Source: IAM API
/// Reference, "UpdateAccountPasswordPolicy", read 2026-11.
final class PasswordPolicy {
  private static final List<String> FLAGS =
      List.of(
          "RequireSymbols",
          "RequireNumbers",
          "RequireUppercaseCharacters",
          "RequireLowercaseCharacters",
          "AllowUsersToChangePassword");

  /// A number that may be set, and between what.
  private record Range(String name, int least, int most) {}

  private static final List<Range> NUMBERS =
      List.of(
          new Range("MinimumPasswordLength", 6, 128),
          new Range("MaxPasswordAge", 1, 1095),
          new Range("PasswordReusePrevention", 1, 24));

  void addTo(Map<String, Operation> operations) {
    operations.put("GetAccountPasswordPolicy", PasswordPolicy::get);
    operations.put("UpdateAccountPasswordPolicy", PasswordPolicy::update);
    operations.put("DeleteAccountPasswordPolicy", PasswordPolicy::delete);
  }

  private static Reply get(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    return visit.account().directory().passwordPolicy().stream()
        .findFirst()
        .map(policy -> Output.reply("PasswordPolicy", policy))
        .orElseGet(() ->
            Refusals.noSuchEntity(
                "The Password Policy with domain name "
                    + visit.account().id()
                    + " cannot be found."));
  }

  private static Reply update(Visit visit) {
    var refused = Ask.of(visit, "*").refused().or(() -> wrong(visit));
    if (refused.isPresent()) {
      return refused.get();
    }
    var policy = new LinkedHashMap<String, Json>();
    policy.put("MinimumPasswordLength", Json.of(number(visit, "MinimumPasswordLength").orElse(6)));
    FLAGS.forEach(name -> policy.put(name, Json.of(visit.flag(name))));
    var age = number(visit, "MaxPasswordAge");
    policy.put("ExpirePasswords", Json.of(age.isPresent()));
    age.ifPresent(days -> policy.put("MaxPasswordAge", Json.of(days)));
    number(visit, "PasswordReusePrevention")
        .ifPresent(count -> policy.put("PasswordReusePrevention", Json.of(count)));
    policy.put("HardExpiry", Json.of(visit.flag("HardExpiry")));
    visit.change(account ->
        account.with(account.directory().withPasswordPolicy(List.of(Json.object(policy)))));
    return Output.done();
  }

  private static Optional<Integer> number(Visit visit, String name) {
    return visit
        .call()
        .input()
        .get(name)
        .map(value -> value instanceof Json.Num(BigDecimal number, _) ? number.intValue() : 0);
  }

  private static Optional<Reply.Fault> wrong(Visit visit) {
    for (var range : NUMBERS) {
      var number = number(visit, range.name());
      if (number.isPresent() && (number.get() < range.least() || number.get() > range.most())) {
        var spoken = Character.toLowerCase(range.name().charAt(0)) + range.name().substring(1);
        return Optional.of(
            Refusals.constraint(
                spoken,
                Integer.toString(number.get()),
                number.get() < range.least()
                    ? "have value greater than or equal to " + range.least()
                    : "have value less than or equal to " + range.most()));
      }
    }
    return Optional.empty();
  }

  private static Reply delete(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (visit.account().directory().passwordPolicy().isEmpty()) {
      return Refusals.noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
    }
    visit.change(account -> account.with(account.directory().withPasswordPolicy(List.of())));
    return Output.done();
  }
}

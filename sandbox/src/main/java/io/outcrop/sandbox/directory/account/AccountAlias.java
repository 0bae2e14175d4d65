package io.outcrop.sandbox.directory.account;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The account's alias: one, which no other account has.
final class AccountAlias {
  private static final Pattern FORM = Pattern.compile("(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  private AccountAlias() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("CreateAccountAlias", AccountAlias::create);
    operations.put("DeleteAccountAlias", AccountAlias::delete);
    operations.put("ListAccountAliases", AccountAlias::list);
  }

  private static Reply create(Visit visit) {
    var alias = visit.required("AccountAlias");
    if (!FORM.matcher(alias).matches()) {
      return Refusals.constraint(
          "accountAlias",
          alias,
          "satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$");
    }
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var isTaken =
        visit.realm().accounts().values().stream()
            .anyMatch(other ->
                !other.id().equals(visit.account().id())
                    && other.directory().alias().equals(alias));
    if (isTaken) {
      return Refusals.exists("The account alias " + alias + " already exists.");
    }
    visit.change(account -> account.with(account.directory().withAlias(alias)));
    return Output.done();
  }

  private static Reply delete(Visit visit) {
    var alias = visit.required("AccountAlias");
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!visit.account().directory().alias().equals(alias)) {
      return Refusals.noSuchEntity("The account alias " + alias + " cannot be found.");
    }
    visit.change(account -> account.with(account.directory().withAlias("")));
    return Output.done();
  }

  private static Reply list(Visit visit) {
    var refused = Ask.of(visit, "*").refused();
    if (refused.isPresent()) {
      return refused.get();
    }
    var alias = visit.account().directory().alias();
    var all = alias.isEmpty() ? List.<String>of() : List.of(alias);
    return Pages.reply(visit, "AccountAliases", all, one -> one, Json::of);
  }
}

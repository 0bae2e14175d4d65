package io.outcrop.cli.view;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.Examination;
import io.outcrop.access.examination.Finding;
import io.outcrop.causes.catalogue.Cause;
import io.outcrop.cli.place.Wishes;
import io.outcrop.cli.place.Wishes.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The next command to type.
public final class NextCommand {
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_.:/@%+=,-]+");

  private NextCommand() {}

  /// `command` for the same place, with more words behind it.
  public static String of(String command, Wishes wishes, String... more) {
    var words = new ArrayList<String>(List.of("outcrop", command));
    if (wishes.where() instanceof Where.InWorld world) {
      option("--world", world.name(), words);
    }
    var named = wishes.named();
    option("--model", named.model(), words);
    option("--region", named.region(), words);
    option("--profile", named.profile(), words);
    option("--admin-profile", named.adminProfile(), words);
    option("--client", wishes.client().isSaid() ? wishes.client().id() : "", words);
    var scope = wishes.scope();
    option("--call", scope.call() == ClientCall.INVOKE ? "" : scope.call().id(), words);
    scope.guardrail().forEach(one -> option("--guardrail", one.toString(), words));
    scope.expected().forEach(who -> option("--expect", who.text(), words));
    if (wishes.where() instanceof Where.Aws aws) {
      aws.endpoint().forEach(uri -> option("--endpoint-url", uri.toString(), words));
    }
    words.addAll(List.of(more));
    return String.join(" ", words);
  }

  /// What to do about a root cause: `fix` if it can do something, else its page.
  public static String afterRoot(Examination examination, Wishes wishes) {
    var curable = examination.root().stream().anyMatch(NextCommand::isCurable);
    if (curable) {
      return of("fix", wishes);
    }
    return examination
        .root()
        .map(root -> "outcrop explain " + root.cause().slug())
        .orElse(of("doctor", wishes, "-v"));
  }

  /// `value` as a shell takes it for one word.
  public static String quoted(String value) {
    return PLAIN_WORD.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static boolean isCurable(Finding finding) {
    return finding.cures().stream()
        .anyMatch(cure -> cure.applicability() == Cause.Applicability.AUTOMATIC);
  }

  private static void option(String name, String value, List<String> words) {
    if (!value.isEmpty()) {
      words.add(name);
      words.add(quoted(value));
    }
  }
}

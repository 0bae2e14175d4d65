package io.outcrop.cli.policy.generate;

import io.outcrop.cli.arguments.Arguments;
import io.outcrop.cli.arguments.Option;
import io.outcrop.cli.session.Complaint;
import io.outcrop.cli.session.Session;
import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.grants.form.Form;
import io.outcrop.grants.generate.PolicyWish;
import io.outcrop.grants.generate.PolicyWish.Ability;
import io.outcrop.grants.generate.PolicyWish.ApplicationProfile;
import io.outcrop.grants.generate.PolicyWish.Guardrail;
import io.outcrop.grants.generate.PolicyWish.Owned;
import io.outcrop.grants.generate.PolicyWish.RouteKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the options wish for.
final class WishOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.of("--model", "ID", "a model or profile; may be repeated"),
          Option.of("--region", "REGION", "a region that is called; may be repeated"),
          Option.of(
              "--route",
              "KIND",
              "on-demand, geographic or global (default: what the model needs); may be repeated"),
          Option.flag("--stream", "streaming calls (the default)"),
          Option.flag("--no-stream", "no streaming calls"),
          Option.flag("--no-plain", "no plain calls"),
          Option.flag("--count-tokens", "CountTokens"),
          Option.flag("--catalogue", "look up models and profiles"),
          Option.of("--api-key", "TERM", "short or long: calls with Bedrock API keys too"),
          Option.of(
              "--guardrail", "ARN[=PROFILE]", "a guardrail on calls, with its guardrail profile"),
          Option.of(
              "--application-profile", "ARN=SOURCE", "an application profile, and its source's id"),
          Option.of("--provisioned", "ARN", "provisioned throughput"),
          Option.flag("--mantle", "calls to bedrock-mantle"),
          Option.of("--mantle-project", "ID", "a project there (default: default)"),
          Option.flag("--first-use", "the subscription of the first use"),
          Option.flag("--use-case-form", "file Anthropic's use-case form"),
          Option.of("--account", "ID", "the account's twelve digits"),
          Option.of("--to", "KIND/NAME", "user/NAME, role/NAME or group/NAME, which gets it"),
          Option.flag("--inline", "as an inline policy of --to"),
          Option.of("--name", "NAME", "the policy's name (default: OutcropBedrockAccess)"),
          Option.of(
              "--form",
              "FORM",
              "json, sh, powershell, cloudformation, sam or terraform: that text alone"));

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,120}");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/@%+=,-]+");

  private WishOptions() {}

  static PolicyWish wish(Arguments arguments, Session session) {
    return new PolicyWish(
        arguments.all("--model"),
        regions(arguments, session),
        routes(arguments),
        abilities(arguments),
        apiKeys(arguments),
        new Owned(
            arguments.all("--application-profile").stream().map(WishOptions::profile).toList(),
            arguments.all("--provisioned"),
            arguments.all("--guardrail").stream().map(WishOptions::guardrail).toList(),
            arguments.all("--mantle-project")),
        arguments.value("--account").orElse(NamedDocument.ACCOUNT));
  }

  private static List<String> regions(Arguments arguments, Session session) {
    if (arguments.has("--region")) {
      return arguments.all("--region");
    }
    return List.of("AWS_REGION", "AWS_DEFAULT_REGION").stream()
        .map(session::variable)
        .filter(region -> !region.isEmpty())
        .limit(1)
        .toList();
  }

  private static Set<RouteKind> routes(Arguments arguments) {
    var kinds = EnumSet.noneOf(RouteKind.class);
    for (var word : arguments.all("--route")) {
      kinds.add(
          switch (word) {
            case "on-demand" -> RouteKind.ON_DEMAND;
            case "geographic" -> RouteKind.GEOGRAPHIC;
            case "global" -> RouteKind.GLOBAL;
            default ->
                throw Complaint.usage(
                    "`--route` is on-demand, geographic or global, not `" + word + "`",
                    "--route geographic");
          });
    }
    return kinds;
  }

  private static Set<Ability> abilities(Arguments arguments) {
    if (arguments.has("--stream") && arguments.has("--no-stream")) {
      throw Complaint.usage(
          "`--stream` and `--no-stream` exclude each other", "leave one of them out");
    }
    var abilities = EnumSet.noneOf(Ability.class);
    var isAboutCalls =
        arguments.has("--model")
            || arguments.has("--application-profile")
            || arguments.has("--provisioned")
            || !(arguments.has("--catalogue") || arguments.has("--use-case-form"));
    add(abilities, Ability.PLAIN, isAboutCalls && !arguments.has("--no-plain"));
    add(abilities, Ability.STREAM, isAboutCalls && !arguments.has("--no-stream"));
    add(abilities, Ability.COUNT_TOKENS, arguments.has("--count-tokens"));
    add(abilities, Ability.CATALOGUE, arguments.has("--catalogue"));
    add(abilities, Ability.MANTLE, arguments.has("--mantle") || arguments.has("--mantle-project"));
    add(abilities, Ability.FIRST_USE, arguments.has("--first-use"));
    add(abilities, Ability.USE_CASE_FORM, arguments.has("--use-case-form"));
    return abilities;
  }

  private static void add(Set<Ability> abilities, Ability ability, boolean wanted) {
    if (wanted) {
      abilities.add(ability);
    }
  }

  private static Set<BearerToken> apiKeys(Arguments arguments) {
    var keys = EnumSet.noneOf(BearerToken.class);
    for (var word : arguments.all("--api-key")) {
      keys.add(
          switch (word) {
            case "short" -> BearerToken.SHORT_TERM;
            case "long" -> BearerToken.LONG_TERM;
            default ->
                throw Complaint.usage(
                    "`--api-key` is short or long, not `" + word + "`", "--api-key short");
          });
    }
    return keys;
  }

  private static ApplicationProfile profile(String text) {
    var equals = text.indexOf('=');
    if (equals < 0) {
      throw Complaint.usage(
          "`--application-profile` is `" + text + "`, without what it was copied from",
          "--application-profile ARN=us.anthropic.claude-sonnet-5-5");
    }
    return new ApplicationProfile(text.substring(0, equals), text.substring(equals + 1));
  }

  private static Guardrail guardrail(String text) {
    var equals = text.indexOf('=');
    return equals < 0
        ? new Guardrail(text, "")
        : new Guardrail(text.substring(0, equals), text.substring(equals + 1));
  }

  static Target target(Arguments arguments) {
    var to = arguments.value("--to");
    if (to.isEmpty()) {
      if (arguments.has("--inline")) {
        throw Complaint.usage("`--inline` needs to know whose policy it is", "--to role/NAME");
      }
      return new Target.Unattached();
    }
    var holder =
        holder(to.get())
            .orElseThrow(() ->
                Complaint.usage(
                    "`--to` is `" + to.get() + "`, which names no user, role or group",
                    "--to user/alice"));
    return arguments.has("--inline") ? new Target.Inline(holder) : new Target.Attached(holder);
  }

  private static Optional<Holder> holder(String text) {
    var words = text.strip().split("[/ ]", 2);
    return words.length < 2
        ? Optional.empty()
        : Holder.of(words[0].toLowerCase(Locale.ROOT), words[1]);
  }

  static String name(Arguments arguments) {
    var name = arguments.value("--name").orElse("OutcropBedrockAccess");
    if (!NAME.matcher(name).matches()) {
      throw Complaint.usage(
          "`--name` is `" + name + "`, which is no name of a policy",
          "letters, digits and `+=,.@_-`, at most 120");
    }
    return name;
  }

  /// The same command with the form that can be put in place at once: commands where the account is
  /// named, else a template, which fills it in.
  static String next(Arguments arguments) {
    var words = new ArrayList<>(List.of("outcrop policy generate"));
    for (var option : OPTIONS) {
      for (var value : arguments.all(option.name())) {
        words.add(option.name());
        if (!value.isEmpty()) {
          words.add(
              WORD.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'");
        }
      }
    }
    words.add("--form " + (arguments.has("--account") ? "sh" : "cloudformation"));
    return String.join(" ", words);
  }

  static Optional<Form> form(Arguments arguments) {
    if (arguments.has("--form") && arguments.has("--mask")) {
      throw Complaint.usage(
          "`--form` and `--mask` exclude each other: what is masked cannot be put in place",
          "leave one of them out");
    }
    return arguments
        .value("--form")
        .map(word ->
            Form.of(word)
                .orElseThrow(() ->
                    Complaint.usage(
                        "there is no form `" + word + "`",
                        "json, sh, powershell, cloudformation, sam or terraform")));
  }
}

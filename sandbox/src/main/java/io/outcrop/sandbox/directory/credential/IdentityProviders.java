package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;

/// What providers of OpenID Connect and of SAML have in common: they are found by their ARN.
final class IdentityProviders {
  void addTo(Map<String, Operation> operations) {
    OidcProviders.addTo(operations);
    SamlProviders.addTo(operations);
    for (var title : List.of("OpenIDConnectProvider", "SAMLProvider")) {
      operations.put("Delete" + title, of(title, IdentityProviders::delete));
      operations.put("Tag" + title, of(title, IdentityProviders::tag));
      operations.put("Untag" + title, of(title, IdentityProviders::untag));
      operations.put("List" + title + "Tags", of(title, IdentityProviders::tags));
    }
  }

  /// What is done with a provider that was found.
  @FunctionalInterface
  interface Work {
    Reply answer(Visit visit, Directory.Provider provider);
  }

  /// An operation about the provider that the member `titleArn` names.
  static Operation of(String title, Work work) {
    return visit -> {
      var arn = visit.required(title + "Arn");
      var provider = visit.account().directory().providers().get(arn);
      var refused =
          Ask.of(visit, arn)
              .about(provider == null ? Map.of() : provider.tags())
              .requesting(Tags.of(visit))
              .refused();
      if (refused.isPresent()) {
        return refused.get();
      }
      return provider == null
          ? Refusals.noSuchEntity(
              (title.startsWith("S") ? "Manifest" : "OpenIDConnect Provider")
                  + " not found for arn "
                  + arn)
          : work.answer(visit, provider);
    };
  }

  static void store(Visit visit, Directory.Provider provider) {
    visit.change(account -> account.with(account.directory().with(provider)));
  }

  private static Reply delete(Visit visit, Directory.Provider provider) {
    visit.change(account -> account.with(account.directory().withoutProvider(provider.arn())));
    return Output.done();
  }

  private static Reply tag(Visit visit, Directory.Provider provider) {
    var wrong = Tags.wrong(visit);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    var merged = Tags.merged(provider.tags(), Tags.of(visit));
    if (merged.isEmpty()) {
      return Tags.tooMany();
    }
    store(visit, tagged(provider, merged.get()));
    return Output.done();
  }

  private static Reply untag(Visit visit, Directory.Provider provider) {
    store(visit, tagged(provider, Tags.without(provider.tags(), Tags.keys(visit))));
    return Output.done();
  }

  private static Directory.Provider tagged(Directory.Provider provider, Map<String, String> tags) {
    return new Directory.Provider(
        provider.arn(),
        provider.kind(),
        provider.document(),
        provider.audiences(),
        provider.thumbprints(),
        provider.created(),
        tags);
  }

  private static Reply tags(Visit visit, Directory.Provider provider) {
    return Tags.page(visit, provider.tags());
  }

  /// The ARNs of all providers of a kind, each as an entry of a list.
  static Json list(Visit visit, Directory.Provider.Kind kind) {
    return Json.array(
        visit.account().directory().providers().values().stream()
            .filter(provider -> provider.kind() == kind)
            .map(provider ->
                kind == Directory.Provider.Kind.SAML
                    ? Output.of("Arn", provider.arn(), "CreateDate", provider.created())
                    : Output.of("Arn", provider.arn()))
            .toList());
  }
}

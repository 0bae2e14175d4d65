package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Providers of OpenID Connect. AWS fetches their keys from the provider; a sandbox fetches
/// nothing: a provider's keys are what its world says.
final class OidcProviders {
  private static final String TITLE = "OpenIDConnectProvider";

  private OidcProviders() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("CreateOpenIDConnectProvider", OidcProviders::create);
    operations.put("ListOpenIDConnectProviders", OidcProviders::list);
    operations.put("GetOpenIDConnectProvider", IdentityProviders.of(TITLE, OidcProviders::get));
    operations.put(
        "UpdateOpenIDConnectProviderThumbprint",
        IdentityProviders.of(TITLE, OidcProviders::thumbprints));
    operations.put(
        "AddClientIDToOpenIDConnectProvider",
        IdentityProviders.of(TITLE, OidcProviders::addClient));
    operations.put(
        "RemoveClientIDFromOpenIDConnectProvider",
        IdentityProviders.of(TITLE, OidcProviders::removeClient));
  }

  private static Reply create(Visit visit) {
    var url = visit.required("Url");
    var name = url.replaceFirst("^https://", "").replaceFirst("/$", "");
    var arn = "arn:aws:iam::" + visit.account().id() + ":oidc-provider/" + name;
    var tags = Tags.of(visit);
    return Tags.wrong(visit)
        .or(() -> Ask.of(visit, arn).requesting(tags).refused())
        .or(() -> wrong(visit, url, arn))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          IdentityProviders.store(
              visit,
              new Directory.Provider(
                  arn,
                  Directory.Provider.Kind.OIDC,
                  "",
                  texts(visit, "ClientIDList"),
                  texts(visit, "ThumbprintList"),
                  visit.now(),
                  tags));
          return Output.reply("OpenIDConnectProviderArn", arn, "Tags", Tags.shown(tags));
        });
  }

  private static Optional<Reply.Fault> wrong(Visit visit, String url, String arn) {
    if (!url.startsWith("https://")) {
      return Optional.of(Refusals.validation("Invalid Open ID Connect Provider URL"));
    }
    if (texts(visit, "ThumbprintList").stream().anyMatch(print -> print.length() != 40)) {
      return Optional.of(Refusals.invalidInput("Thumbprint must be 40 characters."));
    }
    var providers = visit.account().directory().providers();
    if (providers.containsKey(arn)) {
      return Optional.of(Refusals.exists("Provider with url " + url + " already exists."));
    }
    return providers.size() >= Quotas.of("OpenIdConnectProvidersPerAccount")
        ? Optional.of(Quotas.exceeded("OpenIdConnectProvidersPerAccount"))
        : Optional.empty();
  }

  private static List<String> texts(Visit visit, String name) {
    return visit.call().input().list(name).stream()
        .flatMap(value -> value.asText().stream())
        .toList();
  }

  private static Reply list(Visit visit) {
    var refused =
        Ask.of(visit, "arn:aws:iam::" + visit.account().id() + ":oidc-provider/*").refused();
    return refused.isPresent()
        ? refused.get()
        : Output.reply(
            "OpenIDConnectProviderList",
            IdentityProviders.list(visit, Directory.Provider.Kind.OIDC));
  }

  private static Reply get(Visit visit, Directory.Provider provider) {
    return Output.reply(
        "Url", provider.name(),
        "ClientIDList", Json.ofTexts(provider.audiences()),
        "ThumbprintList", Json.ofTexts(provider.thumbprints()),
        "CreateDate", provider.created(),
        "Tags", Tags.list(provider.tags()));
  }

  private static Reply thumbprints(Visit visit, Directory.Provider provider) {
    return store(visit, provider, provider.audiences(), texts(visit, "ThumbprintList"));
  }

  private static Reply addClient(Visit visit, Directory.Provider provider) {
    var clients = new ArrayList<>(provider.audiences());
    if (!clients.contains(visit.required("ClientID"))) {
      clients.add(visit.required("ClientID"));
    }
    return store(visit, provider, clients, provider.thumbprints());
  }

  private static Reply removeClient(Visit visit, Directory.Provider provider) {
    var clients = new ArrayList<>(provider.audiences());
    clients.remove(visit.required("ClientID"));
    return store(visit, provider, clients, provider.thumbprints());
  }

  private static Reply store(
      Visit visit, Directory.Provider provider, List<String> clients, List<String> thumbprints) {
    IdentityProviders.store(
        visit,
        new Directory.Provider(
            provider.arn(),
            provider.kind(),
            provider.document(),
            clients,
            thumbprints,
            provider.created(),
            provider.tags()));
    return Output.done();
  }
}

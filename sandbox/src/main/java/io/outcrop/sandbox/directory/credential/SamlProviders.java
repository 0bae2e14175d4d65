package io.outcrop.sandbox.directory.credential;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Names;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Tags;
import io.outcrop.sandbox.realm.Directory;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Providers of SAML, by their metadata.
final class SamlProviders {
  private static final int SHORTEST = 1000;

  private SamlProviders() {}

  static void addTo(Map<String, Operation> operations) {
    operations.put("CreateSAMLProvider", SamlProviders::create);
    operations.put("ListSAMLProviders", SamlProviders::list);
    operations.put("GetSAMLProvider", IdentityProviders.of("SAMLProvider", SamlProviders::get));
    operations.put(
        "UpdateSAMLProvider", IdentityProviders.of("SAMLProvider", SamlProviders::update));
  }

  private static Reply create(Visit visit) {
    var name = visit.required("Name");
    var arn = "arn:aws:iam::" + visit.account().id() + ":saml-provider/" + name;
    var tags = Tags.of(visit);
    var document = visit.required("SAMLMetadataDocument");
    var providers = visit.account().directory().providers();
    return Names.name("name", name, 128)
        .or(() -> tooShort(document))
        .or(() -> Tags.wrong(visit))
        .or(() -> Ask.of(visit, arn).requesting(tags).refused())
        .or(() ->
            providers.containsKey(arn)
                ? Optional.of(
                    Refusals.exists("SAMLProvider with name " + name + " already exists."))
                : Optional.empty())
        .or(() ->
            providers.size() >= Quotas.of("SAMLProvidersPerAccount")
                ? Optional.of(Quotas.exceeded("SAMLProvidersPerAccount"))
                : Optional.empty())
        .or(() -> unreadable(document))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> {
          IdentityProviders.store(
              visit,
              new Directory.Provider(
                  arn,
                  Directory.Provider.Kind.SAML,
                  document,
                  List.of(),
                  List.of(),
                  visit.now(),
                  tags));
          return Output.reply("SAMLProviderArn", arn, "Tags", Tags.shown(tags));
        });
  }

  private static Optional<Reply.Fault> tooShort(String document) {
    return document.length() < SHORTEST
        ? Optional.of(
            Refusals.constraint(
                "sAMLMetadataDocument",
                document,
                "have length greater than or equal to " + SHORTEST))
        : Optional.empty();
  }

  private static Optional<Reply.Fault> unreadable(String document) {
    return document.contains("EntityDescriptor") && document.strip().startsWith("<")
        ? Optional.empty()
        : Optional.of(Refusals.invalidInput("Could not parse metadata"));
  }

  private static Reply list(Visit visit) {
    var refused =
        Ask.of(visit, "arn:aws:iam::" + visit.account().id() + ":saml-provider/").refused();
    return refused.isPresent()
        ? refused.get()
        : Output.reply(
            "SAMLProviderList", IdentityProviders.list(visit, Directory.Provider.Kind.SAML));
  }

  private static Reply get(Visit visit, Directory.Provider provider) {
    return Output.reply(
        "SAMLMetadataDocument", provider.document(),
        "CreateDate", provider.created(),
        "Tags", Tags.list(provider.tags()));
  }

  private static Reply update(Visit visit, Directory.Provider provider) {
    var document = visit.text("SAMLMetadataDocument").orElse(provider.document());
    var refused = tooShort(document).or(() -> unreadable(document));
    if (refused.isPresent()) {
      return refused.get();
    }
    IdentityProviders.store(
        visit,
        new Directory.Provider(
            provider.arn(),
            provider.kind(),
            document,
            List.of(),
            List.of(),
            provider.created(),
            provider.tags()));
    return Output.reply("SAMLProviderArn", provider.arn());
  }
}

package io.outcrop.grants.generate;

import io.outcrop.grants.ModelCall.BearerToken;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.models.route.Route;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a principal shall be able to do.
///
/// @param models ids of models or profiles, their ARNs, or other spellings that name one model
/// @param regions the regions that are called
/// @param routes the kinds of routes; empty for the one that each model needs in each region: the
///   one that its id names, else its own id where it answers to it, else its geographic profile,
///   else the global one
/// @param abilities what is done with them
/// @param apiKeys the kinds of Bedrock API keys that are used besides signed calls
/// @param owned resources of the account that take part
/// @param account its twelve digits, or [NamedDocument#ACCOUNT] if nobody has named it
public record PolicyWish(
    List<String> models,
    List<String> regions,
    Set<RouteKind> routes,
    Set<Ability> abilities,
    Set<BearerToken> apiKeys,
    Owned owned,
    String account) {
  public PolicyWish {
    models = models.stream().distinct().toList();
    regions = regions.stream().distinct().toList();
    routes = inOrder(RouteKind.class, routes);
    abilities = inOrder(Ability.class, abilities);
    apiKeys = inOrder(BearerToken.class, apiKeys);
    if (apiKeys.contains(BearerToken.NONE)) {
      throw new IllegalArgumentException("no API key is no kind of API key");
    }
  }

  /// Plain and streaming calls to `models` in `regions`, over the routes that they need.
  public static PolicyWish of(List<String> models, List<String> regions) {
    return new PolicyWish(
        models,
        regions,
        Set.of(),
        Set.of(Ability.PLAIN, Ability.STREAM),
        Set.of(),
        Owned.NOTHING,
        NamedDocument.ACCOUNT);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> some) {
    var result = EnumSet.noneOf(type);
    result.addAll(some);
    return Collections.unmodifiableSet(result);
  }

  /// A kind of route.
  public enum RouteKind {
    ON_DEMAND("the model's own id"),
    GEOGRAPHIC("a geographic profile"),
    GLOBAL("a global profile");

    private final String words;

    RouteKind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /// The kind of `route`.
    public static RouteKind of(Route route) {
      return switch (route) {
        case Route.OnDemand _ -> ON_DEMAND;
        case Route.Geographic _ -> GEOGRAPHIC;
        case Route.Global _ -> GLOBAL;
      };
    }
  }

  /// Something that is done with models.
  public enum Ability {
    /// InvokeModel and Converse.
    PLAIN,
    /// InvokeModelWithResponseStream and ConverseStream.
    STREAM,
    /// CountTokens, on bedrock-runtime and on bedrock-mantle where that is wished for.
    COUNT_TOKENS,
    /// Calls to the endpoint bedrock-mantle.
    MANTLE,
    /// Looking up models, profiles and whether a model can be used.
    CATALOGUE,
    /// The subscription that a model's first use in an account makes.
    FIRST_USE,
    /// Filing Anthropic's use-case form.
    USE_CASE_FORM
  }

  /// Resources of the account, by ARN.
  ///
  /// @param applicationProfiles called in place of what they were copied from
  /// @param provisioned provisioned throughput that is called
  /// @param guardrails on calls, in the regions that they are in
  /// @param mantleProjects ids of bedrock-mantle's projects; without any it is `default`
  public record Owned(
      List<ApplicationProfile> applicationProfiles,
      List<String> provisioned,
      List<Guardrail> guardrails,
      List<String> mantleProjects) {
    /// No such resource.
    public static final Owned NOTHING = new Owned(List.of(), List.of(), List.of(), List.of());

    public Owned {
      applicationProfiles = List.copyOf(applicationProfiles);
      provisioned = List.copyOf(provisioned);
      guardrails = List.copyOf(guardrails);
      mantleProjects = List.copyOf(mantleProjects);
    }
  }

  /// An application inference profile.
  ///
  /// @param arn its ARN
  /// @param source the id of the model or profile that it was copied from
  public record ApplicationProfile(String arn, String source) {}

  /// A guardrail.
  ///
  /// @param arn its ARN, with or without a version
  /// @param profile the id of its guardrail profile, `us.guardrail.v1:0`; empty if it stays in its
  ///   region
  public record Guardrail(String arn, String profile) {}
}

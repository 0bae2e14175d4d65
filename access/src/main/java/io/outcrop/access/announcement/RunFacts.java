package io.outcrop.access.announcement;

import io.outcrop.access.examination.ClientCall;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.examination.ExaminationRequest.Probing;
import io.outcrop.aws.Endpoints;
import io.outcrop.aws.Partition;
import io.outcrop.cloud.call.AccountHome;
import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.AwsProfile;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.client.UserClient.Form;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of a run before anything is called: all from the client side's own files.
final class RunFacts {
  /// Stages that need to know who calls.
  private static final List<String> ABOUT_SOMEBODY =
      List.of("identity", "account", "permissions", "quota", "calls");

  private final ExaminationRequest request;
  private final Settings settings;
  private final Optional<Credentials> own;
  private final Optional<Credentials> administrator;
  private final Set<String> words = new HashSet<>();

  RunFacts(ExaminationRequest request) {
    this.request = request;
    this.settings = Settings.of(request.client(), request.profile());
    this.own = winner(request.profile());
    this.administrator =
        request.adminProfile().isEmpty() ? Optional.empty() : winner(request.adminProfile());
    source();
    stages();
    principals();
    calls();
  }

  private Optional<Credentials> winner(String profile) {
    return CredentialSearches.search(request.client(), profile, request.clock()).winner();
  }

  /// Whether anything can be called at all.
  boolean canCall() {
    return own.isPresent() && !region().isEmpty();
  }

  String region() {
    return (request.region().isSet() ? request.region() : settings.region()).stripped().value();
  }

  /// Whether `word` of the table is so.
  boolean is(String word) {
    return words.contains(word);
  }

  /// Whether the caller may be a user; so for `role`. Where it is not known, both may be.
  boolean mayBe(String kind) {
    return words.contains(kind);
  }

  boolean isCertain(String kind) {
    return !(words.contains("user") && words.contains("role")) && words.contains(kind);
  }

  /// The ARN of the role as whose session, or in whose place, it is examined; empty for none.
  String role() {
    return request.scope().role();
  }

  /// The ARN of the Lambda function that calls, as a pattern; empty for none.
  String function() {
    var hop = request.scope().hop();
    return hop.isEmpty() || hop.startsWith("arn:")
        ? hop
        : "arn:%s:lambda:%s:*:function:%s"
            .formatted(Partition.ofRegion(region()).id(), region(), hop);
  }

  /// The role that the profile names; empty for none.
  String profileRole() {
    return profile().map(profile -> profile.property("role_arn")).orElse("");
  }

  /// Whether policies are read by somebody else than the caller.
  boolean readsForOthers() {
    return administrator.isPresent() || !role().isEmpty() || isHop();
  }

  /// Whether a role is looked at that somebody may hand to a service: the policies of whoever would
  /// are read, too.
  boolean handsOn() {
    return (!role().isEmpty() || isHop()) && request.scope().has("permissions");
  }

  private boolean isHop() {
    return !request.scope().hop().isEmpty();
  }

  boolean isFree() {
    return request.probing() == Probing.FREE;
  }

  boolean isPaid() {
    return request.probing() == Probing.PAID;
  }

  /// Whether a signer of the table signs with a long-term access key, as far as is known.
  boolean hasLongTermKey() {
    return own.isPresent()
        && own.get() instanceof Credentials.Keys(var id, var _, var _)
        && !id.isTemporary();
  }

  /// Whether `signer` of the table can sign calls to the service `prefix`: a Bedrock API key signs
  /// calls to Bedrock alone.
  boolean signs(String signer, String prefix) {
    var credentials = signer.equals("reader") && administrator.isPresent() ? administrator : own;
    return signer.equals("nobody")
        || signer.equals("source")
        || prefix.startsWith("bedrock")
        || !(credentials.isPresent() && credentials.get() instanceof Credentials.ApiKey);
  }

  /// Who a signer of the table is, in words; empty for nobody.
  String signer(String signer) {
    return switch (signer) {
      case "nobody" -> "";
      case "source" -> "the source of the profile's role";
      case "reader" ->
          administrator.isPresent() ? "profile " + request.adminProfile() : "the caller";
      case "caller" -> role().isEmpty() ? "the caller" : "a session of " + role();
      default -> "the caller";
    };
  }

  /// Where calls to the service `prefix` go.
  String host(String prefix, boolean home) {
    var region = home ? AccountHome.region(region()) : region();
    var endpoint = request.endpoint();
    var address =
        endpoint == null
            ? EndpointSettings.of(request.client(), request.profile()).address(prefix, region)
            : Optional.of(endpoint);
    return address.map(URI::getAuthority).orElseGet(() -> Endpoints.host(prefix, region));
  }

  /// The region whose event history shows the call.
  String eventRegion(boolean home) {
    return home ? AccountHome.region(region()) : region();
  }

  /// A pattern of ARNs of IAM.
  String iamArn(String resource) {
    return "arn:%s:iam::*:%s".formatted(Partition.ofRegion(region()).id(), resource);
  }

  private Optional<AwsProfile> profile() {
    return own.isPresent() && own.get() instanceof Credentials.Profile(String name)
        ? AwsFiles.of(request.client()).profile(name)
        : Optional.empty();
  }

  private Optional<Form> form() {
    return profile().flatMap(found -> request.client().userClient().form(found, false));
  }

  private void source() {
    if (form().isPresent()) {
      switch (form().get()) {
        case ROLE -> words.add("profile-role");
        case WEB_IDENTITY -> words.add("web-identity");
        case SSO -> words.add("sso");
        case LOGIN, PROCESS, KEYS, CREDENTIALS_FILE_KEYS, CONFIG_FILE_KEYS -> {}
      }
    }
    if (own.isPresent()
        && own.get() instanceof Credentials.MachineRole(String kind)
        && kind.equals("web identity")) {
      words.add("web-identity");
    }
  }

  private void stages() {
    var scope = request.scope();
    if (isHop()) {
      words.add("hop");
    }
    if (!scope.judgeOnly() && !isHop() && ABOUT_SOMEBODY.stream().anyMatch(scope::has)) {
      words.add("identity");
    }
    if (!role().isEmpty() && !scope.judgeOnly()) {
      words.add("assume");
    }
    if (administrator.isPresent()) {
      words.add("admin");
    }
    if (readsForOthers()) {
      words.add("second-reader");
    }
    if (scope.has("account") || scope.has("model")) {
      words.add("account");
    }
    if (scope.has("quota")) {
      words.add("quota");
    }
    if (scope.has("permissions")) {
      words.add("permissions");
    }
    if (request.model().isSet() || settings.model().isSet()) {
      words.add("model");
    }
  }

  /// What the credentials' form says of who calls; both where it says nothing.
  private void principals() {
    var ofRole =
        !role().isEmpty()
            || isHop()
            || words.contains("profile-role")
            || words.contains("web-identity")
            || words.contains("sso")
            || (own.isPresent() && own.get() instanceof Credentials.MachineRole);
    if (!hasLongTermKey() || ofRole) {
      words.add("role");
    }
    // whoever hands a role on may be either
    if (!ofRole || handsOn()) {
      words.add("user");
    }
  }

  private void calls() {
    var call = request.scope().call();
    var named = words.contains("model") || call == ClientCall.LIST_MODELS;
    if (request.scope().has("calls")
        && !request.scope().judgeOnly()
        && !isHop()
        && request.probing() != Probing.NONE
        && named) {
      words.add("calls");
      words.add(call.id());
    }
  }
}

package io.outcrop.access.probe;

import io.outcrop.access.evidence.Asked;
import io.outcrop.access.evidence.Sources;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.cloud.client.AwsFiles;
import io.outcrop.cloud.client.EndpointSettings;
import io.outcrop.cloud.client.EnvFile;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.client.Variables;
import io.outcrop.cloud.credentials.CredentialSearch;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.inspection.Inspection;
import io.outcrop.cloud.key.KeyCheck;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at the client side: settings, files, credential sources.
final class ClientProbe {
  /// What can be a part of a host's name.
  private static final Pattern REGION =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,23}[A-Za-z0-9])?");

  private final ExaminationRequest request;
  private final Settings settings;
  private final CredentialSearch search;

  ClientProbe(ExaminationRequest request) {
    this.request = request;
    this.settings = Settings.of(request.client(), request.profile());
    this.search = CredentialSearches.search(request.client(), request.profile(), request.clock());
  }

  /// Who signs, if anybody can.
  Optional<Credentials> credentials() {
    return search.winner();
  }

  /// The administrator's credentials, if one is named and has some.
  Optional<Credentials> administrator() {
    return request.adminProfile().isEmpty() ? Optional.empty() : usable(request.adminProfile());
  }

  /// Where all calls go instead of AWS's own hosts; null for what the client side says of each
  /// service.
  @Nullable URI endpoint() {
    return request.endpoint();
  }

  /// Where calls to the model go, if not to AWS's usual host.
  private Optional<URI> modelEndpoint() {
    return Optional.ofNullable(request.endpoint())
        .or(() ->
            EndpointSettings.of(request.client(), request.profile())
                .address("bedrock-runtime", region().value()))
        .map(ClientProbe::withoutSecrets);
  }

  /// A password in an address is nobody's business.
  private static URI withoutSecrets(URI address) {
    if (address.getRawUserInfo() == null && address.getRawQuery() == null) {
      return address;
    }
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return URI.create(
        address.getScheme() + "://" + address.getHost() + port + address.getRawPath());
  }

  /// The region, if it can be one: anything else may be a secret in the wrong place.
  private Setting region() {
    var setting = namedRegion();
    return REGION.matcher(setting.value()).matches() ? setting : Setting.unset(setting.name());
  }

  private Setting namedRegion() {
    return given(request.region(), settings.region());
  }

  Asked asked() {
    return new Asked(
        given(request.model(), settings.model()),
        region(),
        request.adminProfile(),
        modelEndpoint().map(URI::toString).orElse(""),
        request.clock().instant(),
        request.probing(),
        request.client().workingDirectory(),
        request.scope(),
        request.profile(),
        request.body());
  }

  private static Setting given(Setting asked, Setting found) {
    var setting = asked.isSet() ? asked : found;
    return setting.stripped();
  }

  Sources sources() {
    return new Sources(
        search.tried(),
        winner(),
        key(),
        missingProfile(),
        usableProfiles(),
        envLines(),
        Inspection.of(
            request.client(), request.profile(), namedRegion(), request.clock().instant()),
        request.client().userClient(),
        regions());
  }

  private List<Setting> regions() {
    var variables = Variables.of(request.client());
    return Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
        .map(variables::get)
        .filter(Setting::isSet)
        .map(Setting::stripped)
        .toList();
  }

  private String winner() {
    return search.tried().stream()
        .filter(source -> source.outcome() == SourceTried.Outcome.WINS)
        .map(SourceTried::name)
        .findFirst()
        .orElse(search.winner().isPresent() ? "client side" : "");
  }

  private Sources.Key key() {
    return search.winner().isPresent() && search.winner().get() instanceof Credentials.Keys keys
        ? new Sources.Key(
            keys.id().id(),
            !keys.token().isEmpty(),
            KeyCheck.flaws(keys.id().id(), keys.secret().reveal(), keys.token().reveal()))
        : Sources.Key.UNKNOWN;
  }

  private String missingProfile() {
    var named = settings.profile();
    return named.isSet() && AwsFiles.of(request.client()).profile(named.value()).isEmpty()
        ? named.value()
        : "";
  }

  private List<String> usableProfiles() {
    return AwsFiles.of(request.client()).profileNames().stream()
        .filter(name -> !name.equals(request.adminProfile()))
        .filter(name -> usable(name).isPresent())
        .toList();
  }

  private Optional<Credentials> usable(String profile) {
    return CredentialSearches.search(request.client(), profile, request.clock()).winner();
  }

  private Map<String, String> envLines() {
    var file = EnvFile.of(request.client());
    var lines = new LinkedHashMap<String, String>();
    for (var name : List.of("AWS_PROFILE", "BEDROCK_MODEL_ID")) {
      var line = file.line(name);
      if (!line.isEmpty()) {
        lines.put(name, line);
      }
    }
    return lines;
  }
}

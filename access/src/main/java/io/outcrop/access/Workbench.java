package io.outcrop.access;

import io.outcrop.access.change.Change;
import io.outcrop.access.examination.ExaminationRequest;
import io.outcrop.access.plan.Plan;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.Connection;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Sts;
import io.outcrop.cloud.client.EnvFile;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import io.outcrop.cloud.credentials.CredentialSearches;
import io.outcrop.cloud.credentials.Credentials;
import java.time.Duration;
import java.util.Optional;

/// Who changes things, and what is asked again afterwards.
final class Workbench {
  private static final String MODEL = "BEDROCK_MODEL_ID";
  private static final Duration ONE_CALL = Duration.ofSeconds(30);

  private Workbench() {}

  /// Who makes changes in the account, in words.
  static String actor(ExaminationRequest request) {
    return request.adminProfile().isEmpty()
        ? "the caller itself"
        : "profile `" + request.adminProfile() + "`";
  }

  /// A connection as whoever makes changes, with who that is; nobody if there are no credentials.
  static Optional<AwsAccount> open(ExaminationRequest request) {
    return credentials(request).map(keys -> AwsAccount.open(connection(request, keys)));
  }

  /// A connection over which nothing can be done in an account.
  static AwsAccount openForFiles(ExaminationRequest request) {
    return AwsAccount.open(connection(request, new Credentials.Profile("default")));
  }

  /// Who AWS says that is.
  static Optional<Sts.Identity> identity(AwsAccount account) {
    return account.sts().callerIdentity() instanceof Answer.Succeeded<Sts.Identity>(var who, var _)
        ? Optional.of(who)
        : Optional.empty();
  }

  private static Optional<Credentials> credentials(ExaminationRequest request) {
    return request.adminProfile().isEmpty()
        ? CredentialSearches.search(request.client(), request.profile(), request.clock()).winner()
        : Optional.of(new Credentials.Profile(request.adminProfile()));
  }

  private static Connection connection(ExaminationRequest request, Credentials credentials) {
    var said = Settings.of(request.client(), request.profile()).region();
    return new Connection(
        request.client(),
        credentials,
        request.region().isSet() ? request.region().value() : said.value(),
        request.endpoint(),
        ONE_CALL);
  }

  /// The same question after the plan: a model id that the plan mended is asked for by its new
  /// name.
  static ExaminationRequest afterwards(Plan plan, ExaminationRequest request) {
    return plan.steps().stream()
        .map(Plan.Step::change)
        .filter(Change.SetEnvVariable.class::isInstance)
        .map(Change.SetEnvVariable.class::cast)
        .filter(variable -> variable.name().equals(MODEL))
        .map(variable -> withModel(request, variable.after()))
        .reduce(request, (_, mended) -> mended);
  }

  /// The same question, where the model id came from `.env` by what stands there now.
  static ExaminationRequest asNamedNow(ExaminationRequest request) {
    var now = EnvFile.of(request.client()).value(MODEL);
    return request.model().origin().equals(".env") && !now.isEmpty()
        ? withModel(request, now)
        : request;
  }

  private static ExaminationRequest withModel(ExaminationRequest request, String model) {
    return new ExaminationRequest(
        request.client(),
        new Setting(MODEL, model, ".env"),
        request.region(),
        request.profile(),
        request.adminProfile(),
        request.probing(),
        request.endpoint(),
        request.timeout(),
        request.clock());
  }
}

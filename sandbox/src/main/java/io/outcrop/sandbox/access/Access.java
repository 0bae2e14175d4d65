package io.outcrop.sandbox.access;

import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.retention.RetentionModes;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.realm.DataRetention;
import io.outcrop.sandbox.realm.Propagation;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.realm.UseCase;
import io.outcrop.sandbox.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How access stands for an account in a region at a time: what GetFoundationModelAvailability
/// shows and what model calls meet. Every state is a function of what is kept and of the time.
///
/// @param realm the world
/// @param account the account
/// @param region the region that is called
/// @param now the world's time
public record Access(Realm realm, Account account, String region, Instant now) {
  /// For the caller of `visit`.
  public static Access of(Visit visit) {
    return new Access(visit.realm(), visit.account(), visit.region(), visit.now());
  }

  /// Where a form counts that is filed in the called region.
  public String formPlace() {
    return Regions.SHIPPED.isOptIn(region) ? region : UseCase.COMMON;
  }

  /// The use-case form that counts here: the account's own, else that of the management account of
  /// its organization.
  public Optional<UseCase> form() {
    return standings().stream()
        .flatMap(standing -> Optional.ofNullable(standing.forms().get(formPlace())).stream())
        .findFirst();
  }

  /// Whether that form is in force.
  public boolean isFormInForce() {
    var takes = isReal() ? rules().form() : Duration.ZERO;
    return form().filter(form -> !now.isBefore(form.filed().plus(takes))).isPresent();
  }

  private List<Standing> standings() {
    var organization = realm.organization();
    if (!organization.contains(account.id())) {
      return List.of(account.standing());
    }
    return realm
        .account(organization.managementAccount())
        .map(management -> List.of(account.standing(), management.standing()))
        .orElse(List.of(account.standing()));
  }

  /// The agreement for a model as it stands.
  public Agreement agreement(String modelId) {
    return account.standing().agreement(modelId, now);
  }

  /// The agreement that begins now: it fails if AWS Marketplace has a problem with the account.
  public Agreement begun() {
    return Agreement.begun(
        now, rules().agreement(), account.standing().admission().marketplaceProblem());
  }

  /// Whether AWS Marketplace still goes by a refusal of that model.
  public boolean isStillRefused(String modelId) {
    var refused = account.standing().admission().refused().get(modelId);
    return isReal() && refused != null && now.isBefore(refused.plus(rules().permission()));
  }

  /// Whether a refusal of that model is to be remembered.
  public boolean isRefusalKept(String modelId) {
    return isReal() && !isStillRefused(modelId);
  }

  /// Whether AWS has opened the model to this account, or to all.
  public boolean isOpen(String modelId) {
    return !rules().restricted().contains(modelId)
        || account.standing().admission().granted().contains(modelId);
  }

  /// Whether AWS lets the account call models at all.
  public boolean isBlocked() {
    return BlockSentence.of(account.standing().admission().block()).isPresent();
  }

  /// Whether the model is there in the called region: its life has begun and not ended, and the
  /// account has the region.
  public boolean isInRegion(Model model) {
    return Regions.SHIPPED.isEnabled(account, region, now) && isAlive(model);
  }

  /// Whether the model's life in the called region has begun and not ended.
  public boolean isAlive(Model model) {
    return model
        .in(region)
        .map(here -> here.lifecycle().stage(now))
        .filter(stage -> stage == Lifecycle.Stage.ACTIVE || stage == Lifecycle.Stage.LEGACY)
        .isPresent();
  }

  /// Whether the account called the model so recently that it may go on with it when it is legacy.
  ///
  /// @param here when it was last called since the world began
  public boolean isInUse(String modelId, Optional<Instant> here) {
    return Stream.of(Optional.ofNullable(account.standing().lastUsed().get(modelId)), here)
        .flatMap(Optional::stream)
        .anyMatch(used -> used.plus(rules().legacyUse()).isAfter(now));
  }

  /// What was set for data retention in the called region; `default` at first.
  public DataRetention retention() {
    return account.standing().in(region).retention().stream()
        .findFirst()
        .orElse(new DataRetention(RetentionModes.DEFAULT, Instant.EPOCH));
  }

  /// The mode of data retention that stands in the way of the model, if it does. `inherit` is what
  /// the organization's management account has set, else `default`.
  public Optional<String> retentionInTheWay(String modelId) {
    var mode = effectiveRetention();
    return RetentionModes.shipped().isEnough(mode, modelId) ? Optional.empty() : Optional.of(mode);
  }

  private String effectiveRetention() {
    var own = retention().mode();
    return own.equals(RetentionModes.INHERIT) ? inherited() : own;
  }

  private String inherited() {
    return standings().getLast().in(region).retention().stream()
        .map(DataRetention::mode)
        .filter(mode -> !mode.equals(RetentionModes.INHERIT))
        .findFirst()
        .orElse(RetentionModes.DEFAULT);
  }

  private boolean isReal() {
    return realm.circumstances().propagation() == Propagation.REAL;
  }

  private static AccessRules rules() {
    return AccessRules.shipped();
  }
}

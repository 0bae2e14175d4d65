package io.outcrop.sandbox.directory.credential;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.directory.desk.Ask;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.directory.desk.Quotas;
import io.outcrop.sandbox.directory.desk.Refusals;
import io.outcrop.sandbox.directory.desk.Subject;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.ServiceCredential;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Service-specific credentials: Bedrock's long-term API keys. Those of other services (Git and
/// Cassandra) have a user name and a password, and no service here takes them.
final class ServiceCredentials {
  private static final int OLDEST_DAYS = 36600;

  private final Issuer issuer;

  ServiceCredentials(Issuer issuer) {
    this.issuer = issuer;
  }

  void addTo(Map<String, Operation> operations) {
    operations.put("CreateServiceSpecificCredential", this::create);
    operations.put("ListServiceSpecificCredentials", ServiceCredentials::list);
    operations.put(
        "UpdateServiceSpecificCredential", Subject.user(found(ServiceCredentials::update)));
    operations.put("ResetServiceSpecificCredential", Subject.user(found(this::reset)));
    operations.put(
        "DeleteServiceSpecificCredential", Subject.user(found(ServiceCredentials::delete)));
  }

  @FunctionalInterface
  private interface Work {
    Reply answer(Visit visit, Identity.User user, ServiceCredential credential);
  }

  private static Subject.Work<Identity.User> found(Work work) {
    return (visit, user) -> {
      var id = visit.required("ServiceSpecificCredentialId");
      var credential = user.credentials().get(id);
      return credential == null
          ? Refusals.noSuchEntity("No such credential " + id + " exists")
          : work.answer(visit, user, credential);
    };
  }

  private Reply create(Visit visit) {
    var name = visit.required("UserName");
    var service = visit.required("ServiceName");
    var days = days(visit);
    var user = visit.account().user(name);
    var arn =
        user.map(visit.account()::arnOf)
            .orElse("arn:aws:iam::" + visit.account().id() + ":user/" + name);
    return wrongAge(days)
        .or(() ->
            Ask.of(visit, arn)
                .shownAs("user " + name)
                .with("iam:ServiceSpecificCredentialServiceName", service)
                .with("iam:ServiceSpecificCredentialAgeDays", days.map(String::valueOf).orElse(""))
                .about(user.map(Identity::tags).orElse(Map.of()))
                .refused())
        .or(() ->
            user.isEmpty()
                ? Optional.of(Refusals.missing(new Identity.Key(Identity.Kind.USER, name)))
                : Optional.empty())
        .or(() -> unsupported(service))
        .<Reply>map(refused -> refused)
        .orElseGet(() -> create(visit, user.orElseThrow(), service, days));
  }

  private static Optional<Integer> days(Visit visit) {
    return visit
        .call()
        .input()
        .get("CredentialAgeDays")
        .map(value -> value instanceof Json.Num(BigDecimal number, _) ? number.intValue() : 0);
  }

  private static Optional<Reply.Fault> wrongAge(Optional<Integer> days) {
    return days.filter(age -> age < 1 || age > OLDEST_DAYS)
        .map(age ->
            Refusals.constraint(
                "credentialAgeDays",
                Integer.toString(age),
                age < 1
                    ? "have value greater than or equal to 1"
                    : "have value less than or equal to " + OLDEST_DAYS));
  }

  private static Optional<Reply.Fault> unsupported(String service) {
    return service.equals(ServiceCredential.BEDROCK)
        ? Optional.empty()
        : Optional.of(
            Faults.said(
                404, "NotSupportedService", "No such service " + service + " is supported"));
  }

  private Reply create(Visit visit, Identity.User user, String service, Optional<Integer> days) {
    var old = user.credentials().values().stream().filter(one -> one.service().equals(service));
    if (old.count() >= Quotas.of("ServiceSpecificCredentialsPerUser")) {
      return Quotas.exceeded("ServiceSpecificCredentialsPerUser");
    }
    var alias = alias(user, visit.account().id());
    var credential =
        new ServiceCredential(
            issuer.uniqueId(ServiceCredential.ID_PREFIX),
            service,
            alias,
            true,
            visit.now(),
            days.map(age -> visit.now().plus(Duration.ofDays(age))).orElse(null),
            ServiceCredential.apiKey(alias, issuer.secret()));
    store(visit, user, credential);
    return shownOnce(visit, user, credential);
  }

  /// A user's second credential is told from the first by `+1` behind the name.
  private static String alias(Identity.User user, String account) {
    var first = ServiceCredential.alias(user.label().name(), account);
    var isTaken = user.credentials().values().stream().anyMatch(one -> one.alias().equals(first));
    return isTaken ? ServiceCredential.alias(user.label().name() + "+1", account) : first;
  }

  private static void store(Visit visit, Identity.User user, ServiceCredential credential) {
    var credentials = new LinkedHashMap<>(user.credentials());
    credentials.put(credential.id(), credential);
    visit.change(account -> account.with(user.withCredentials(credentials)));
  }

  private static Reply shownOnce(Visit visit, Identity.User user, ServiceCredential credential) {
    return Output.reply(
        "ServiceSpecificCredential",
        shown(visit, user, credential)
            .with("ServiceCredentialSecret", Json.of(credential.secret().reveal())));
  }

  private static Json.Obj shown(Visit visit, Identity.User user, ServiceCredential credential) {
    return Output.of(
        "CreateDate", credential.created(),
        "ExpirationDate", credential.expires(),
        "ServiceName", credential.service(),
        "ServiceCredentialAlias", credential.alias(),
        "ServiceSpecificCredentialId", credential.id(),
        "UserName", user.label().name(),
        "Status", credential.status(visit.now()));
  }

  /// A user's credentials, or those of all users.
  private static Reply list(Visit visit) {
    if (!visit.flag("AllUsers")) {
      return Subject.user((one, user) -> page(one, List.of(user))).answer(visit);
    }
    if (visit.text("UserName").isPresent()) {
      return Refusals.invalidInput("UserName and AllUsers cannot be specified together");
    }
    var refused = Ask.of(visit, "arn:aws:iam::" + visit.account().id() + ":user/*").refused();
    return refused.isPresent()
        ? refused.get()
        : page(
            visit,
            visit.account().all(Identity.Kind.USER).stream()
                .map(Identity.User.class::cast)
                .toList());
  }

  private static Reply page(Visit visit, List<Identity.User> users) {
    record Owned(Identity.User user, ServiceCredential credential) {}
    var wanted = visit.text("ServiceName");
    var all =
        users.stream()
            .flatMap(user -> user.credentials().values().stream().map(one -> new Owned(user, one)))
            .filter(one -> wanted.isEmpty() || wanted.get().equals(one.credential().service()))
            .toList();
    return Pages.reply(
        visit,
        "ServiceSpecificCredentials",
        all,
        one -> one.credential().id(),
        one -> shown(visit, one.user(), one.credential()));
  }

  private static Reply update(Visit visit, Identity.User user, ServiceCredential credential) {
    var status = visit.required("Status");
    if (!status.equals("Active") && !status.equals("Inactive")) {
      return Statuses.wrong(status);
    }
    store(visit, user, credential.withActive(status.equals("Active")));
    return Output.done();
  }

  private Reply reset(Visit visit, Identity.User user, ServiceCredential credential) {
    var changed =
        credential.withSecret(ServiceCredential.apiKey(credential.alias(), issuer.secret()));
    store(visit, user, changed);
    return shownOnce(visit, user, changed);
  }

  private static Reply delete(Visit visit, Identity.User user, ServiceCredential credential) {
    var credentials = new LinkedHashMap<>(user.credentials());
    credentials.remove(credential.id());
    visit.change(account -> account.with(user.withCredentials(credentials)));
    return Output.done();
  }
}

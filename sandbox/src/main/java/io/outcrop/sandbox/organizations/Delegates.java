package io.outcrop.sandbox.organizations;

import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.organizations.Organizations.Work;
import io.outcrop.sandbox.realm.Organization;
import io.outcrop.sandbox.visit.Pages;
import io.outcrop.sandbox.visit.Visit;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Accounts that administer a service for the whole organization.
final class Delegates {
  private Delegates() {}

  static void addTo(Map<String, Work> works) {
    works.put("RegisterDelegatedAdministrator", Delegates::register);
    works.put("DeregisterDelegatedAdministrator", Delegates::deregister);
    works.put("ListDelegatedAdministrators", Delegates::list);
    works.put("ListDelegatedServicesForAccount", Delegates::services);
  }

  private static Reply register(Visit visit, Organization organization) {
    var id = visit.required("AccountId");
    if (Tree.account(organization, id).isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    if (id.equals(organization.managementAccount())) {
      return OrganizationFacts.violated("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR");
    }
    var services = services(organization, id);
    if (services.putIfAbsent(visit.required("ServicePrincipal"), visit.now()) != null) {
      return OrganizationFacts.fault("AccountAlreadyRegisteredException");
    }
    return changed(visit, organization, id, services);
  }

  private static Reply deregister(Visit visit, Organization organization) {
    var id = visit.required("AccountId");
    if (Tree.account(organization, id).isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    var services = services(organization, id);
    return services.remove(visit.required("ServicePrincipal")) == null
        ? OrganizationFacts.fault("AccountNotRegisteredException")
        : changed(visit, organization, id, services);
  }

  private static Map<String, Instant> services(Organization organization, String account) {
    return new LinkedHashMap<>(organization.office().delegates().getOrDefault(account, Map.of()));
  }

  private static Reply changed(
      Visit visit, Organization organization, String account, Map<String, Instant> services) {
    Organizations.commit(
        visit, organization.with(organization.office().withDelegate(account, services)));
    return new Reply.Output(Json.object());
  }

  private static Reply list(Visit visit, Organization organization) {
    var service = visit.text("ServicePrincipal");
    var delegates =
        organization.office().delegates().entrySet().stream()
            .filter(entry -> service.isEmpty() || entry.getValue().containsKey(service.get()))
            .toList();
    return Pages.reply(
        visit,
        "DelegatedAdministrators",
        delegates,
        Map.Entry::getKey,
        entry -> shown(visit, organization, entry.getKey(), entry.getValue()));
  }

  private static Json.Obj shown(
      Visit visit, Organization organization, String account, Map<String, Instant> services) {
    var since = services.values().stream().min(Comparator.naturalOrder()).orElse(visit.now());
    var node = Tree.account(organization, account).orElseThrow();
    return Shown.account(visit, organization, node)
        .with("DelegationEnabledDate", Json.of(since.toString()));
  }

  private static Reply services(Visit visit, Organization organization) {
    var id = visit.required("AccountId");
    if (Tree.account(organization, id).isEmpty()) {
      return OrganizationFacts.fault("AccountNotFoundException");
    }
    var services = List.copyOf(services(organization, id).entrySet());
    return Pages.reply(
        visit,
        "DelegatedServices",
        services,
        Map.Entry::getKey,
        entry ->
            Json.object()
                .with("ServicePrincipal", Json.of(entry.getKey()))
                .with("DelegationEnabledDate", Json.of(entry.getValue().toString())));
  }
}

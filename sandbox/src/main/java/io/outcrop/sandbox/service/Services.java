package io.outcrop.sandbox.service;

import io.outcrop.models.ModelCatalogue;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.call.Caller;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.center.SsoAdmin;
import io.outcrop.sandbox.control.Bedrock;
import io.outcrop.sandbox.directory.Iam;
import io.outcrop.sandbox.directory.Sts;
import io.outcrop.sandbox.fault.Disturbances;
import io.outcrop.sandbox.fault.Trouble;
import io.outcrop.sandbox.functions.Lambda;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.guard.Visitors;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.live.LiveWorld;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.marketplace.Marketplace;
import io.outcrop.sandbox.metrics.CloudWatch;
import io.outcrop.sandbox.network.Ec2;
import io.outcrop.sandbox.organizations.Accounts;
import io.outcrop.sandbox.organizations.Organizations;
import io.outcrop.sandbox.portal.Oidc;
import io.outcrop.sandbox.portal.Portals;
import io.outcrop.sandbox.quotas.ServiceQuotas;
import io.outcrop.sandbox.realm.Account;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.runtime.Mantle;
import io.outcrop.sandbox.runtime.ModelCalls;
import io.outcrop.sandbox.runtime.StandIns;
import io.outcrop.sandbox.runtime.Voices;
import io.outcrop.sandbox.stacks.CloudFormation;
import io.outcrop.sandbox.standin.Pause;
import io.outcrop.sandbox.throttle.Throttle;
import io.outcrop.sandbox.trace.Notes;
import io.outcrop.sandbox.trail.CloudTrail;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.OpenOperation;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// All services of a world. Calls that change nothing are answered side by side, others one at a
/// time. An operation that is not here is refused by its name. Safe for many threads.
public final class Services implements Function<Call, Reply> {
  private final LiveWorld world;
  private final Guard guard;
  private final Visitors visitors;
  private final Tracer tracer;
  private final Disturbances disturbances;
  private final Map<String, Map<String, Operation>> operations;
  private final Map<String, Map<String, OpenOperation>> open;

  /// The services of `world`, where a stand-in answers in the models' places and its streams wait
  /// by `pause`.
  public Services(LiveWorld world, Pause pause) {
    this(world, new StandIns(pause), pause);
  }

  /// The services of `world`, where `voices` answer in the models' places; faults make callers wait
  /// by `pause`.
  public Services(LiveWorld world, Voices voices, Pause pause) {
    this(world, voices, pause, Services::isLogged);
  }

  /// The services of `world`, where `logging` says who keeps what is said to models.
  Services(LiveWorld world, Voices voices, Pause pause, Tracer.Logging logging) {
    var aws = AwsManagedPolicies.shipped();
    var issuer = new Issuer();
    var throttle = new Throttle(world.ledger()::quotaTokens);
    world.ledger().whenForgotten(throttle::forget);
    var models = ModelCatalogue.shipped().with(facts(world));
    this.world = world;
    this.tracer = new Tracer(world, throttle, logging);
    this.guard = new Guard(aws);
    this.open =
        Map.of(
            "sts", Sts.openOperations(aws, issuer),
            "sso", Portals.operations(issuer),
            "sso-oidc", Oidc.operations(issuer));
    this.visitors = new Visitors(world.realm());
    this.disturbances = new Disturbances(world, visitors, pause);
    this.operations =
        Map.ofEntries(
            Map.entry("cloudformation", CloudFormation.operations()),
            Map.entry("cloudtrail", CloudTrail.operations()),
            Map.entry("cloudwatch", CloudWatch.operations()),
            Map.entry("ec2", Ec2.operations()),
            Map.entry("lambda", Lambda.operations()),
            Map.entry("sts", Sts.operations(aws, issuer)),
            Map.entry("iam", Iam.operations(aws, issuer, world.ledger())),
            Map.entry("organizations", Organizations.operations()),
            Map.entry("account", Accounts.operations()),
            Map.entry("sso-admin", SsoAdmin.operations()),
            Map.entry("service-quotas", ServiceQuotas.operations(models)),
            Map.entry("marketplace-agreement", Marketplace.agreements(models)),
            Map.entry("marketplace-entitlement", Marketplace.entitlements(models)),
            Map.entry("bedrock", Bedrock.operations(models)),
            Map.entry("bedrock-runtime", ModelCalls.operations(models, voices, throttle)),
            Map.entry("bedrock-runtime-messages", ModelCalls.messages(models, voices, throttle)),
            Map.entry("bedrock-mantle", Mantle.operations(models, voices)));
  }

  /// The names of all operations that are here, by service.
  public Map<String, Set<String>> names() {
    var names = inventory();
    open.forEach((service, all) ->
        names.computeIfAbsent(service, _ -> new TreeSet<>()).addAll(all.keySet()));
    return names;
  }

  private static List<RegionalFact> facts(LiveWorld world) {
    return world.realm().circumstances().models().stream()
        .map(Circumstances.ModelStatement::fact)
        .toList();
  }

  /// The operations that know who calls, by service.
  Map<String, Set<String>> inventory() {
    var inventory = new TreeMap<String, Set<String>>();
    operations.forEach((service, all) -> inventory.put(service, new TreeSet<>(all.keySet())));
    return inventory;
  }

  @Override
  public Reply apply(Call call) {
    var trouble = disturbances.of(call);
    return trouble.before().orElseGet(() -> trouble.severed(traced(call, trouble)));
  }

  private Reply traced(Call call, Trouble trouble) {
    var notes = new Notes();
    var answer = world.call(() -> answer(call, notes));
    var reply = trouble.within(answer.reply());
    return answer.visit().isEmpty() ? reply : tracer.traced(answer.visit().getFirst(), reply);
  }

  private static boolean isLogged(Account account, String region) {
    return !account.standing().in(region).logging().isEmpty();
  }

  /// A reply, and the visit that it answers if the caller is known.
  private record Answer(List<Visit> visit, Reply reply) {
    static Answer toNobody(Reply reply) {
      return new Answer(List.of(), reply);
    }
  }

  private Answer answer(Call call, Notes notes) {
    var unsigned = open.getOrDefault(call.service(), Map.of()).get(call.operation());
    if (unsigned != null) {
      var arrival = new OpenOperation.Arrival(call, world, world.clock().instant(), guard);
      return Answer.toNobody(unsigned.answer(arrival));
    }
    var operation = operations.getOrDefault(call.service(), Map.of()).get(call.operation());
    if (operation == null) {
      return Answer.toNobody(Faults.notHere(call.service(), call.operation()));
    }
    if (call.caller() instanceof Caller.Anonymous) {
      return Answer.toNobody(Faults.unsigned(call.service()));
    }
    var realm = world.realm();
    var visitor = visitors.find(realm, call.caller());
    if (visitor.isEmpty()) {
      return Answer.toNobody(Faults.unknownKey(call.service()));
    }
    var now = world.clock().instant();
    var visit = new Visit(call, visitor.get(), world, realm, now, guard, notes);
    var reply =
        Entrance.refusal(visit)
            .or(() -> Disturbances.refusalBefore(visit))
            .<Reply>map(refusal -> refusal)
            .orElseGet(() -> authorised(operation, visit));
    return new Answer(List.of(visit), reply);
  }

  /// The answer, which has to be one that somebody asked leave for.
  private static Reply authorised(Operation operation, Visit visit) {
    var asked = new AtomicBoolean();
    var reply = operation.answer(visit.with(visit.guard().saying(() -> asked.set(true))));
    var call = visit.call();
    if (!(reply instanceof Reply.Fault)
        && !asked.get()
        && !Guard.isFree(call.service(), call.operation())) {
      throw new IllegalStateException(
          "`%s %s` was answered without asking the guard"
              .formatted(call.service(), call.operation()));
    }
    return reply;
  }
}

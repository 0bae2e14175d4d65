package io.outcrop.sandbox.guard;

import io.outcrop.sandbox.call.Call;
import io.outcrop.sandbox.realm.Circumstances;
import io.outcrop.sandbox.realm.Realm;

/// The way of a call: which VPC endpoints it goes through.
///
/// @param service the service that is called; empty inside of AWS
/// @param region the region that is called; empty inside of AWS
record Way(String service, String region) {
  /// The way from one service to another, where no endpoint stands.
  static final Way INSIDE = new Way("", "");

  static Way of(Realm realm, Call call) {
    return new Way(call.service(), Guard.region(realm, call));
  }

  boolean leadsThrough(Circumstances.EndpointPolicy endpoint) {
    return endpoint.site().privateDns()
        && endpoint.site().region().equals(region)
        && GuardFacts.SHIPPED.isBehind(service, endpoint.service());
  }
}

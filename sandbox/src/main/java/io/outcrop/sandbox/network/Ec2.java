package io.outcrop.sandbox.network;

import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Operation;
import io.outcrop.sandbox.visit.Visit;
import java.util.Map;
import java.util.Optional;

/// The operations of EC2 that are about VPC endpoints.
public final class Ec2 {
  private Ec2() {}

  /// All that are here.
  public static Map<String, Operation> operations() {
    return Map.of(
        "DescribeVpcEndpoints", EndpointList::answer,
        "ModifyVpcEndpoint", EndpointChange::answer);
  }

  /// What a caller is told who only wants to know whether it may. Source: EC2 API Reference, "Error
  /// codes", read 2026-11.
  static Optional<Reply.Fault> rehearsal(Visit visit) {
    return visit.flag("DryRun")
        ? Optional.of(
            Faults.said(
                412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."))
        : Optional.empty();
  }

  static Reply.Fault notFound(String id) {
    return Faults.said(
        400, "InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id '" + id + "' does not exist");
  }
}

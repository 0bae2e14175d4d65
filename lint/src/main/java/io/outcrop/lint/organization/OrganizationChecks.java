package io.outcrop.lint.organization;

import io.outcrop.iam.policy.PolicyKind;
import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;

/// All checks of policies that bound others.
public final class OrganizationChecks implements Check {
  private final Check regions = new RegionDenialCheck();
  private final Check resourceControl = new ResourceControlCheck();
  private final Check endpoint = new EndpointCheck();

  @Override
  public void check(Subject subject, Findings findings) {
    regions.check(subject, findings);
    if (subject.kind() == PolicyKind.RCP) {
      resourceControl.check(subject, findings);
    }
    if (subject.kind() == PolicyKind.ENDPOINT) {
      endpoint.check(subject, findings);
    }
  }
}

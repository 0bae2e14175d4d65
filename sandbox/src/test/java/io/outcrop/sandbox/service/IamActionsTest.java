package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.sandbox.directory.Iam;
import io.outcrop.sandbox.directory.Sts;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import org.junit.jupiter.api.Test;

/// Every operation is asked for by an action that AWS's service reference has.
final class IamActionsTest {
  private final AwsManagedPolicies aws = AwsManagedPolicies.shipped();
  private final ServiceReference reference = ServiceReference.shipped();

  @Test
  void everyOperationOfIamIsAnAction() {
    var operations = Iam.operations(aws, new Issuer()).keySet();
    assertThat(operations).hasSizeGreaterThan(120);
    assertThat(operations)
        .allSatisfy(name -> assertThat(reference.action("iam:" + name)).as(name).isPresent());
  }

  @Test
  void everyOperationOfStsIsAnAction() {
    assertThat(Sts.operations(aws, new Issuer()).keySet())
        .allSatisfy(name -> assertThat(reference.action("sts:" + name)).as(name).isPresent());
    assertThat(Sts.openOperations(aws, new Issuer()).keySet())
        .allSatisfy(name -> assertThat(reference.action("sts:" + name)).as(name).isPresent());
  }
}

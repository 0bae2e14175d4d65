package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.sandbox.directory.Iam;
import io.outcrop.sandbox.directory.Sts;
import io.outcrop.sandbox.live.Issuer;
import io.outcrop.sandbox.managed.AwsManagedPolicies;
import io.outcrop.sandbox.trace.LastUse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every operation is asked for by an action that AWS's service reference has.
final class IamActionsTest {
  private static final LastUse NOTHING =
      new LastUse() {
        @Override
        public Optional<Use> ofKey(String keyId) {
          return Optional.empty();
        }

        @Override
        public Optional<Use> ofRole(String account, String role) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> ofModel(String account, String modelId) {
          return Optional.empty();
        }
      };

  private final AwsManagedPolicies aws = AwsManagedPolicies.shipped();
  private final ServiceReference reference = ServiceReference.shipped();

  @Test
  void everyOperationOfIamIsAnAction() {
    var operations = Iam.operations(aws, new Issuer(), NOTHING).keySet();
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

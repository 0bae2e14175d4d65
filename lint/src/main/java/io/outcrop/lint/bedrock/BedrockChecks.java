package io.outcrop.lint.bedrock;

import io.outcrop.lint.subject.Check;
import io.outcrop.lint.subject.Findings;
import io.outcrop.lint.subject.Subject;
import java.util.List;

/// All checks of what is peculiar to Bedrock.
public final class BedrockChecks implements Check {
  private static final List<Check> ALL =
      List.of(
          new ModelArnCheck(),
          new ProfileArnCheck(),
          new MantleCheck(),
          new GuardrailCheck(),
          new RouteCheck(),
          new StreamCheck(),
          new CallerCheck(),
          new MarketplaceCheck());

  @Override
  public void check(Subject subject, Findings findings) {
    ALL.forEach(check -> check.check(subject, findings));
  }
}

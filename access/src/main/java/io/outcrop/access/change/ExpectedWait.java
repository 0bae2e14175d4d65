package io.outcrop.access.change;

/// How long a change takes to act, as far as AWS says so. Sources: IAM User Guide, "Troubleshoot
/// IAM" (no time is stated; minutes are what users see); Bedrock User Guide, "Access Amazon Bedrock
/// foundation models" (up to 15 minutes); AWS PrivateLink Guide, "Control access to VPC endpoints
/// using endpoint policies" (a few minutes); Account Management Reference, "Enable or disable AWS
/// Regions" (minutes to hours); Service Quotas User Guide, "Requesting a quota increase" (AWS
/// decides); all read 2026-11.
public enum ExpectedWait {
  NONE("at once"),
  IAM("seconds to two minutes, until IAM has spread it"),
  ENDPOINT("a few minutes, until the VPC endpoint has it"),
  MARKETPLACE("2 to 15 minutes, says AWS"),
  REGION("minutes, for some regions hours"),
  DECISION("minutes to days: AWS decides");

  private final String words;

  ExpectedWait(String words) {
    this.words = words;
  }

  /// How long, in words.
  public String words() {
    return words;
  }

  /// How long `change` takes.
  public static ExpectedWait of(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.ReplaceManagedPolicy _,
          Change.DetachPolicy _,
          Change.CreatePolicy _,
          Change.AttachPolicy _,
          Change.ActivateAccessKey _ ->
          IAM;
      case Change.ReplaceEndpointPolicy _ -> ENDPOINT;
      case Change.SubmitUseCaseForm _, Change.SignAgreement _ -> MARKETPLACE;
      case Change.RequestQuota _ -> DECISION;
      case Change.EnableRegion _ -> REGION;
      case Change.SetDataRetention _, Change.SetEnvVariable _, Change.SetProfileProperty _ -> NONE;
    };
  }
}

package io.outcrop.cloud;

import io.outcrop.cloud.call.AppliedQuotas;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.BedrockRuntime;
import io.outcrop.cloud.call.Doors;
import io.outcrop.cloud.call.Functions;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.IamToolbox;
import io.outcrop.cloud.call.Metrics;
import io.outcrop.cloud.call.Organizations;
import io.outcrop.cloud.call.QuotaRequests;
import io.outcrop.cloud.call.RawReads;
import io.outcrop.cloud.call.RegionSwitch;
import io.outcrop.cloud.call.Settled;
import io.outcrop.cloud.call.Sts;
import io.outcrop.cloud.call.VpcEndpoints;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SdkTarget;

/// An open connection to AWS's services, as one principal in one region. Clients are made when
/// first used. Safe for many threads. Only this room opens sockets to AWS.
public final class AwsAccount implements AutoCloseable {
  private final Connection connection;
  private final SdkSetup setup;
  private final Sts sts;
  private final Bedrock bedrock;
  private final BedrockRuntime runtime;
  private final Iam iam;
  private final Organizations organizations;
  private final AppliedQuotas quotas;
  private final Metrics metrics;
  private final Settled settled;
  private final VpcEndpoints vpcEndpoints;
  private final Functions functions;
  private final Doors doors;
  private final IamToolbox iamToolbox;
  private final QuotaRequests quotaRequests;
  private final RegionSwitch regionSwitch;

  private AwsAccount(Connection connection, SdkSetup setup) {
    this.connection = connection;
    this.setup = setup;
    this.sts = new Sts(setup);
    this.bedrock = new Bedrock(setup);
    this.runtime = new BedrockRuntime(setup);
    this.iam = new Iam(setup);
    this.organizations = new Organizations(setup);
    this.quotas = new AppliedQuotas(setup);
    this.metrics = new Metrics(setup);
    this.settled = new Settled(setup);
    this.vpcEndpoints = new VpcEndpoints(setup);
    this.functions = new Functions(setup);
    this.doors = new Doors(setup);
    this.iamToolbox = new IamToolbox(setup);
    this.quotaRequests = new QuotaRequests(setup);
    this.regionSwitch = new RegionSwitch(setup);
  }

  /// Opens a connection. Nothing is sent yet.
  public static AwsAccount open(Connection connection) {
    return new AwsAccount(connection, new SdkSetup(target(connection)));
  }

  /// One of nobody's, for whoever wants to have done once what is to be done in earnest: every call
  /// is answered at once with next to nothing, and nothing is sent.
  public static AwsAccount ofNobody() {
    var connection = Nobody.connection();
    return new AwsAccount(connection, SdkSetup.answeredBy(new Nobody(), target(connection)));
  }

  private static SdkTarget target(Connection connection) {
    return new SdkTarget(
        connection.client(),
        connection.credentials(),
        connection.region(),
        connection.endpoint(),
        connection.timeout());
  }

  /// Does once what the SDK does only once in a process, and sends nothing. The first call of a new
  /// process waits for that otherwise, a tenth of a second.
  public static void rehearse() {
    try (var nobody = ofNobody()) {
      var _ = nobody.sts().callerIdentity();
      var _ = nobody.iam().user("nobody");
      var _ = nobody.bedrock().listFoundationModels();
    }
  }

  /// What the user agent of every call holds, so that logs show this program.
  public static String userAgent() {
    return SdkSetup.userAgent();
  }

  /// How it was opened.
  public Connection connection() {
    return connection;
  }

  /// AWS STS.
  public Sts sts() {
    return sts;
  }

  /// Bedrock's control plane.
  public Bedrock bedrock() {
    return bedrock;
  }

  /// Bedrock's runtime.
  public BedrockRuntime runtime() {
    return runtime;
  }

  /// AWS IAM.
  public Iam iam() {
    return iam;
  }

  /// AWS Organizations.
  public Organizations organizations() {
    return organizations;
  }

  /// Calls that only read, and bring the answer's own text.
  public RawReads rawReads() {
    return new RawReads(setup);
  }

  /// Service Quotas.
  public AppliedQuotas quotas() {
    return quotas;
  }

  /// CloudWatch.
  public Metrics metrics() {
    return metrics;
  }

  /// What the account has settled for the region.
  public Settled settled() {
    return settled;
  }

  /// EC2, as far as endpoints go.
  public VpcEndpoints vpcEndpoints() {
    return vpcEndpoints;
  }

  /// AWS Lambda.
  public Functions functions() {
    return functions;
  }

  /// Every door to a model.
  public Doors doors() {
    return doors;
  }

  /// IAM's Access Troubleshooter.
  public IamToolbox iamToolbox() {
    return iamToolbox;
  }

  /// Requests to raise Bedrock's quotas.
  public QuotaRequests quotaRequests() {
    return quotaRequests;
  }

  /// Regions that have to be switched on.
  public RegionSwitch regionSwitch() {
    return regionSwitch;
  }

  /// Closes every client that was made; open streams end.
  @Override
  public void close() {
    setup.close();
  }
}

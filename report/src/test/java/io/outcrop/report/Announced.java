package io.outcrop.report;

import io.outcrop.access.announcement.Announcement;
import io.outcrop.access.announcement.Announcement.AnnouncedCall;
import io.outcrop.access.announcement.Announcement.Detection;
import io.outcrop.access.announcement.Announcement.Event;
import io.outcrop.access.announcement.Announcement.OwnPolicy;
import io.outcrop.access.body.MostTokens;
import io.outcrop.access.paid.Cost;
import io.outcrop.access.paid.FirstUse;
import io.outcrop.access.paid.PaidProbe;
import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;

/// What is said before anything is called.
final class Announced {
  private Announced() {}

  /// A look at a user by an administrator, and a paid call as the user.
  static Announcement calls() {
    return new Announcement(
        List.of(
            call("identity", "sts:GetCallerIdentity", "the caller", List.of(), "", ""),
            call(
                "permissions",
                "iam:GetUserPolicy",
                "profile admin",
                List.of("iam:GetUserPolicy"),
                "once for each inline policy",
                "the caller is a user, and the user has inline policies"),
            new AnnouncedCall(
                "calls",
                "bedrock-mantle:CreateInference",
                "bedrock-mantle.us-east-1.api.aws",
                "the caller",
                List.of("bedrock-mantle:CreateInference"),
                true,
                true,
                "twice",
                "",
                "what Mantle answers to Anthropic's Messages, plain and streaming",
                new Event("bedrock-mantle.amazonaws.com", "CreateInference", "us-east-1", true))),
        List.of(
            new OwnPolicy(
                "profile admin",
                Json.object()
                    .with("Version", Json.of("2012-10-17"))
                    .with(
                        "Statement",
                        Json.array(
                            List.of(
                                Json.object()
                                    .with("Sid", Json.of("DoctorPermissions"))
                                    .with("Effect", Json.of("Allow"))
                                    .with("Action", Json.ofTexts(List.of("iam:GetUserPolicy")))
                                    .with(
                                        "Resource",
                                        Json.ofTexts(List.of("arn:aws:iam::*:user/*")))))))),
        List.of(
            new Detection(
                "many-regions",
                "models called in many regions",
                "the same principal calling models in region after region",
                "somebody, read 2026-11")),
        "outcrop/1.0",
        "outcrop",
        List.of("a call that AWS throttles, or that is lost, is made again, twice at most"));
  }

  private static AnnouncedCall call(
      String stage,
      String operation,
      String signer,
      List<String> actions,
      String times,
      String onlyIf) {
    var service = operation.substring(0, operation.indexOf(':'));
    return new AnnouncedCall(
        stage,
        operation,
        service + ".us-east-1.amazonaws.com",
        signer,
        actions,
        false,
        false,
        times,
        onlyIf,
        "what is wanted of it",
        new Event(
            service + ".amazonaws.com",
            operation.substring(operation.indexOf(':') + 1),
            "us-east-1",
            false));
  }

  /// One that costs next to nothing and subscribes, one that nobody knows the price of, one free.
  static List<PaidProbe> paidProbes() {
    var both = List.of("InvokeModel", "InvokeModelWithResponseStream");
    return List.of(
        new PaidProbe(
            "us.anthropic.claude-sonnet-4-6",
            "us-east-1",
            both,
            new Cost.AtMost(
                new BigDecimal("0.00063630"),
                new MostTokens(101, false, 1),
                "the price list",
                "2026-11-10"),
            new FirstUse.Subscription(
                "prod-exampleproduct",
                true,
                "the account has no agreement for the model (NOT_AVAILABLE)",
                FirstUse.Permission.ALLOWED,
                "the caller's policies allow it")),
        new PaidProbe(
            "anthropic.claude-mythos-preview",
            "us-east-1",
            both,
            new Cost.Unknown("price unknown: the model data has none for it"),
            new FirstUse.Subscription(
                "",
                false,
                "whether the account has an agreement for the model is not known: may not call"
                    + " bedrock:GetFoundationModelAvailability",
                FirstUse.Permission.UNKNOWN,
                "policies could not be read: may not call iam:GetUser")),
        new PaidProbe(
            "anthropic.claude-sonnet-4-6",
            "eu-west-1",
            List.of("CountTokens"),
            new Cost.Free("counting tokens costs nothing"),
            new FirstUse.Nothing("the account has its agreement for the model")));
  }
}

package io.outcrop.sandbox.runtime;

import io.outcrop.grants.Grants;
import io.outcrop.grants.ModelCall;
import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.models.Resolution;
import io.outcrop.models.catalogue.Lifecycle;
import io.outcrop.sandbox.access.AccessRules;
import io.outcrop.sandbox.access.BlockSentence;
import io.outcrop.sandbox.access.Regions;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.control.Agreements;
import io.outcrop.sandbox.control.ResourceTags;
import io.outcrop.sandbox.dialects.Dialect;
import io.outcrop.sandbox.fault.Disturbances;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.realm.Agreement;
import io.outcrop.sandbox.visit.Faults;
import io.outcrop.sandbox.visit.Visit;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A gate that a model call passes, with AWS's refusal. The order in which gates are passed is not
/// here: it is data. Sentences as seen by others in 2025 and 2026.
enum Gate {
  /// IAM: the profile and every destination.
  AUTHORIZATION {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      var visit = attempt.visit();
      var call =
          new ModelCall(
              attempt.operation(),
              attempt.target().route(),
              visit.account().id(),
              ModelCall.BearerToken.NONE,
              attempt.guardrail().arn(visit));
      return visit.denied(
          Grants.required(call).stream().map(needed -> wish(visit, needed)).toList());
    }
  },

  /// The id is known in this region and can be called as it is.
  IDENTIFIER {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return switch (attempt.target().resolution()) {
        case Resolution.Found _, Resolution.Ended _ -> Optional.empty();
        case Resolution.ProfileNeeded _ ->
            Optional.of(
                Faults.invalid(
                    "Invocation of model ID "
                        + attempt.target().text()
                        + " with on-demand throughput isn’t supported. Retry your request with the"
                        + " ID or ARN of an inference profile that contains this model."));
        case Resolution.NotInRegion _, Resolution.NotYet _, Resolution.Unknown _ ->
            Optional.of(Faults.invalid("The provided model identifier is invalid."));
      };
    }
  },

  /// What AWS holds against the account.
  ACCOUNT {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return BlockSentence.of(attempt.visit().account().standing().admission().block());
    }
  },

  /// Anthropic's use-case form.
  USE_CASE_FORM {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return attempt.access().isFormInForce()
          ? Optional.empty()
          : notFound(
              "Model use case details have not been submitted for this account. Fill out the"
                  + " Anthropic use case details form before using the model. If you have already"
                  + " filled out the form, try again in 15 minutes.");
    }
  },

  /// Models that AWS opens to chosen accounts only. GovCloud opens each model by hand.
  MODEL_ACCESS {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      var isOpen =
          attempt.access().isOpen(attempt.modelId())
              && !(Regions.isGovCloud(attempt.visit().region()) && attempt.isWithoutAgreement());
      return isOpen
          ? Optional.empty()
          : denied("You don't have access to the model with the specified model ID.");
    }
  },

  /// The right to subscribe, while there is no agreement.
  MARKETPLACE {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      var model = attempt.target().model();
      if (model.isEmpty()
          || !attempt.isWithoutAgreement()
          || Agreements.maySubscribe(attempt.visit(), model.get())) {
        return Optional.empty();
      }
      attempt.keepRefusal();
      return Optional.of(Agreements.marketplaceDenied());
    }
  },

  /// The model's life.
  LIFECYCLE {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return switch (attempt.target().resolution()) {
        case Resolution.Ended _ ->
            notFound(
                "This model version has reached the end of its life. Please refer to the AWS"
                    + " documentation for more details.");
        case Resolution.Found found
            when found.stage() == Lifecycle.Stage.LEGACY && !attempt.isInUse() ->
            notFound(
                ("Access denied. This Model is marked by provider as Legacy and you have not been"
                        + " actively using the model in the last %d days. Please upgrade to an"
                        + " active model on Amazon Bedrock")
                    .formatted(AccessRules.shipped().legacyUse().toDays()));
        case Resolution _ -> Optional.empty();
      };
    }
  },

  /// The agreement that was begun.
  AGREEMENT {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      var agreement = attempt.agreement();
      if (!agreement.blocks(attempt.visit().now())) {
        return Optional.empty();
      }
      return denied(
          agreement.status() == Agreement.Status.ERROR
              ? "Model access is denied due to "
                  + agreement.message()
                  + " Your AWS Marketplace subscription for this model cannot be completed at this"
                  + " time."
              : "Your AWS Marketplace agreement for this model is being created"
                  + " (MPAgreementBeingCreated). Try again later.");
    }
  },

  /// What the account lets happen to its prompts, where the model asks for more.
  DATA_RETENTION {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return attempt
          .access()
          .retentionInTheWay(attempt.modelId())
          .map(mode ->
              Faults.invalid(
                  "The model returned following errors: data retention mode '"
                      + mode
                      + "' is not available for this model"));
    }
  },

  /// Quotas, throttling, and a service that is not there.
  QUOTA {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      var fault = Disturbances.refusal(attempt.visit(), attempt.modelId());
      if (fault.isPresent()) {
        return fault;
      }
      return attempt
          .asked()
          .flatMap(
              asked -> attempt.throttle().admit(asked, attempt.limits(), attempt.visit().now()))
          .map(excess -> Faults.said(429, "ThrottlingException", excess.sentence()));
    }
  },

  /// The body.
  BODY {
    @Override
    Optional<Reply.Fault> refusal(Attempt attempt) {
      return attempt.reading() instanceof Dialect.Reading.Invalid(Reply.Fault fault)
          ? Optional.of(fault)
          : Optional.empty();
    }
  };

  /// Why the call does not pass; nothing if it does.
  abstract Optional<Reply.Fault> refusal(Attempt attempt);

  private static Guard.Wish wish(Visit visit, RequiredAuthorization needed) {
    var context = new LinkedHashMap<>(ResourceTags.context(visit, needed.resource()));
    context.putAll(needed.context());
    return new Guard.Wish(needed.action(), needed.resource(), context);
  }

  private static Optional<Reply.Fault> denied(String message) {
    return Optional.of(Faults.said(403, "AccessDeniedException", message));
  }

  private static Optional<Reply.Fault> notFound(String message) {
    return Optional.of(Faults.said(404, "ResourceNotFoundException", message));
  }
}

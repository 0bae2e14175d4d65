package io.outcrop.access.apply;

import io.outcrop.access.change.Change;
import io.outcrop.cloud.AwsAccount;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Bedrock;
import io.outcrop.cloud.call.Iam;
import java.util.List;

/// Makes changes, and takes them back, one at a time. Each way is idempotent: what is so already is
/// left alone, and what somebody else has changed since the plan was made is not overwritten.
public final class Changer {
  private final IdentityPolicies policies;
  private final AwsAccount account;

  /// @param account acts as whoever may change things
  public Changer(AwsAccount account) {
    this.account = account;
    this.policies = new IdentityPolicies(account.iam());
  }

  /// What taking `change` back needs besides the change itself, looked up before it is made; empty
  /// for nothing.
  public String undoData(Change change) {
    return switch (change) {
      case Change.ReplaceManagedPolicy replace -> policies.undoData(replace.policyArn());
      case Change.SetEnvVariable variable -> EnvFile.undoData(variable);
      case Change.PutInlinePolicy _,
          Change.DeleteInlinePolicy _,
          Change.DetachPolicy _,
          Change.SubmitUseCaseForm _,
          Change.SignAgreement _,
          Change.ActivateAccessKey _ ->
          "";
    };
  }

  /// Makes `change`.
  public Made make(Change change) {
    return switch (change) {
      case Change.PutInlinePolicy put -> policies.put(put);
      case Change.DeleteInlinePolicy delete -> policies.delete(delete);
      case Change.ReplaceManagedPolicy replace -> policies.replace(replace);
      case Change.DetachPolicy detach -> policies.detach(detach);
      case Change.SubmitUseCaseForm submit -> submit(submit);
      case Change.SignAgreement sign -> sign(sign.modelId());
      case Change.ActivateAccessKey activate -> setKey(activate, "Active", "Inactive");
      case Change.SetEnvVariable variable -> EnvFile.set(variable);
    };
  }

  /// Takes `change` back. `undoData` is what [#undoData] said before it was made.
  public Made takeBack(Change change, String undoData) {
    return switch (change) {
      case Change.PutInlinePolicy put -> policies.takeBack(put);
      case Change.DeleteInlinePolicy delete -> policies.takeBack(delete);
      case Change.ReplaceManagedPolicy replace -> policies.takeBack(replace, undoData);
      case Change.DetachPolicy detach -> policies.takeBack(detach);
      case Change.SubmitUseCaseForm _ ->
          new Made.Refused("a form that was filed stays filed: AWS has no way to take it back");
      case Change.SignAgreement sign -> done(account.bedrock().deleteAgreement(sign.modelId()));
      case Change.ActivateAccessKey activate -> setKey(activate, "Inactive", "Active");
      case Change.SetEnvVariable variable -> EnvFile.takeBack(variable, undoData);
    };
  }

  private Made submit(Change.SubmitUseCaseForm submit) {
    return switch (account.bedrock().useCaseForm()) {
      case Answer.Succeeded<?> _ -> new Made.Already();
      case Answer.Refused<?> refused when refused.error().status() == 404 ->
          done(account.bedrock().putUseCaseForm(submit.form()));
      case Answer.Refused<?> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private Made sign(String modelId) {
    return switch (account.bedrock().availability(modelId)) {
      case Answer.Succeeded<Bedrock.Availability>(var standing, _)
          when standing.agreement().equals("AVAILABLE") || standing.agreement().equals("PENDING") ->
          new Made.Already();
      case Answer.Succeeded<?> _ -> accept(modelId);
      case Answer.Refused<?> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private Made accept(String modelId) {
    return switch (account.bedrock().agreementOffers(modelId)) {
      case Answer.Succeeded<List<Bedrock.Offer>>(var offers, _) ->
          offers.isEmpty()
              ? new Made.Refused("AWS offers no agreement for `" + modelId + "`")
              : done(account.bedrock().createAgreement(modelId, offers.getFirst().token()));
      case Answer.Refused<?> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  private Made setKey(Change.ActivateAccessKey key, String wanted, String other) {
    return switch (account.iam().accessKeys(key.userName())) {
      case Answer.Succeeded<List<Iam.AccessKey>>(var keys, _) -> {
        var found = keys.stream().filter(each -> each.id().equals(key.accessKeyId())).findFirst();
        if (found.isEmpty()) {
          yield new Made.Refused("user `" + key.userName() + "` no longer has this access key");
        }
        if (found.get().status().equals(wanted)) {
          yield new Made.Already();
        }
        yield found.get().status().equals(other)
            ? done(account.iam().setAccessKeyStatus(key.userName(), key.accessKeyId(), wanted))
            : new Made.Refused("the access key is `" + found.get().status() + "`");
      }
      case Answer.Refused<?> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<?> unreachable -> new Made.Refused(unreachable.why());
    };
  }

  static Made done(Answer<?> answer) {
    return switch (answer) {
      case Answer.Succeeded<?> _ -> new Made.Now();
      case Answer.Refused<?> refused -> new Made.Refused(said(refused));
      case Answer.Unreachable<?> unreachable ->
          new Made.Refused("`" + unreachable.operation() + "` had no answer: " + unreachable.why());
    };
  }

  static String said(Answer.Refused<?> refused) {
    return "`%s` answered %s: %s"
        .formatted(refused.operation(), refused.error().code(), refused.error().message());
  }
}

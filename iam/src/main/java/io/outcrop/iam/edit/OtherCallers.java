package io.outcrop.iam.edit;

import io.outcrop.aws.Principal;
import io.outcrop.iam.edit.Neighbour.Aspect;
import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.sample.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Other callers: those that policies name, some of the same account and some of another.
final class OtherCallers {
  private static final List<String> OF_CALLER =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalServiceName",
          "aws:username",
          "aws:userid");

  private OtherCallers() {}

  static List<Step> of(AuthorizationRequest request, Vocabulary vocabulary) {
    var account = request.principal().account();
    var own = account.isEmpty() ? "111122223333" : account;
    var arns = new LinkedHashSet<String>();
    arns.add("arn:aws:iam::" + own + ":user/outcrop-other");
    arns.add("arn:aws:sts::" + own + ":assumed-role/outcrop-other/session");
    arns.add("arn:aws:iam::444455556666:user/outcrop-other");
    vocabulary.principals().forEach(name -> arns.add(name.name()));
    var self = Caller.of(request);
    var steps = new ArrayList<Step>();
    for (var arn : arns) {
      Principal.parse(arn)
          .filter(other -> !isSelf(self, other))
          .ifPresent(other -> steps.add(step(other)));
    }
    steps.add(step(new Principal.Service("outcrop.amazonaws.com")));
    return steps;
  }

  private static boolean isSelf(Caller self, Principal other) {
    var there = Caller.of(new AuthorizationRequest(other, "", "", "", RequestContext.empty()));
    return there.arn().equals(self.arn());
  }

  private static Step step(Principal other) {
    return new Step(
        Aspect.CALLER,
        "",
        old -> {
          var context = old.context();
          for (var key : OF_CALLER) {
            context = Step.without(context, key);
          }
          return new AuthorizationRequest(
              other, old.action(), old.resource(), old.resourceAccount(), context);
        });
  }
}

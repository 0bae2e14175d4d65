package io.outcrop.access.handoff;

import io.outcrop.grants.RequiredAuthorization;
import io.outcrop.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The actions that a call needs, on everything: what people paste, and what it lets in besides.
///
/// @param document the policy
/// @param whyNot what it lets in besides, in words
record WidePolicy(Json.Obj document, String whyNot) {

  /// @param buys whether the first call has to subscribe the account to the model
  static WidePolicy of(AskedCall asked, boolean buys) {
    var actions =
        new ArrayList<>(
            asked.needs().stream().map(RequiredAuthorization::action).distinct().toList());
    if (buys) {
      actions.addAll(List.of("aws-marketplace:ViewSubscriptions", "aws-marketplace:Subscribe"));
    }
    var reasons = new ArrayList<String>();
    reasons.add("it lets the caller " + what(asked));
    if (asked.sendsKey()) {
      reasons.add("it takes every API key of the caller, whatever kind it is of");
    }
    if (buys) {
      reasons.add(
          "and `aws-marketplace:Subscribe` on `*` without a condition can buy any product of AWS"
              + " Marketplace, by any way");
    }
    return new WidePolicy(document(actions), String.join("; ", reasons));
  }

  private static String what(AskedCall asked) {
    return switch (asked.call()) {
      case INVOKE, CONVERSE, MESSAGES ->
          "invoke every model of every vendor in every region, those that come later and cost more"
              + " included, and every imported model and provisioned throughput of the account";
      case MANTLE ->
          "have every model of Mantle answer in every region, those that come later and cost more"
              + " included, on the bill of every project of the account";
      case COUNT_TOKENS -> "count the tokens of every model in every region";
      case GET_INFERENCE_PROFILE ->
          "look up every inference profile, the account's own and their tags included";
      case LIST_MODELS -> "list the models of every region";
    };
  }

  private static Json.Obj document(List<String> actions) {
    return Json.object()
        .with("Version", Json.of("2012-10-17"))
        .with(
            "Statement",
            Json.array(
                List.of(
                    Json.object()
                        .with("Sid", Json.of("EveryModel"))
                        .with("Effect", Json.of("Allow"))
                        .with("Action", Json.ofTexts(actions))
                        .with("Resource", Json.of("*")))));
  }
}

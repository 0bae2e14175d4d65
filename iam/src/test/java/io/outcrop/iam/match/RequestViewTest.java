package io.outcrop.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.iam.request.AuthorizationRequest;
import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.iam.request.RequestContext;
import io.outcrop.iam.request.RequestContext.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestViewTest {
  private static RequestView of(String principal) {
    return RequestView.of(
        new AuthorizationRequest(
            Asking.principal(principal), "s3:GetObject", "*", "", RequestContext.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, s3, getobject",
    "S3:Get:Object, s3, get:object",
    "GetObject, '', getobject",
    ":GetObject, '', getobject"
  })
  void cutsTheAction(String action, String service, String operation) {
    var view = Asking.view(action, "*");
    assertThat(view.service()).isEqualTo(service);
    assertThat(view.operation()).isEqualTo(operation);
  }

  @Test
  void cutsTheResource() {
    var view = Asking.view("s3:GetObject", "arn:aws:s3:us-east-1::a:b/c");
    assertThat(view.hasArn()).isTrue();
    assertThat(view.resourcePart(0)).isEqualTo("arn");
    assertThat(view.resourcePart(1)).isEqualTo("aws");
    assertThat(view.resourcePart(4)).isEmpty();
    assertThat(view.resourcePart(5)).isEqualTo("a:b/c");
    assertThat(Asking.view("s3:GetObject", "arn:aws:s3::").hasArn()).isFalse();
    assertThat(Asking.view("s3:GetObject", "xrn:aws:s3:::b").hasArn()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "arn:aws:iam::111122223333:root, Account, 111122223333, -, false, -",
        "arn:aws:iam::111122223333:user/team/alice, User, -, alice, false, -",
        "arn:aws:iam::111122223333:role/app, AssumedRole, -, -, false, -",
        "arn:aws:sts::111122223333:assumed-role/app/one, AssumedRole, -, -, false, -",
        "arn:aws:sts::111122223333:federated-user/bob, FederatedUser, 111122223333:bob, -, false,"
            + " -",
        "lambda.amazonaws.com, -, -, -, true, lambda.amazonaws.com",
        "accounts.google.com, -, -, -, false, -",
        "anonymous, Anonymous, anonymous, -, -, -"
      })
  void derivesThePrincipalsKeys(
      String principal, String type, String id, String name, String isService, String service) {
    var view = of(principal);
    var has = Asking.principal(principal).knownArn().isPresent();
    assertThat(text(view, "aws:principaltype")).isEqualTo(type);
    assertThat(text(view, "aws:userid")).isEqualTo(id);
    assertThat(text(view, "aws:username")).isEqualTo(name);
    assertThat(text(view, "aws:principalisawsservice")).isEqualTo(isService);
    assertThat(text(view, "aws:principalservicename")).isEqualTo(service);
    assertThat(text(view, "aws:principalaccount")).isEqualTo(has ? "111122223333" : "-");
    assertThat(text(view, "aws:sourceip")).isEqualTo("-");
    var arn =
        principal.replace("sts::111122223333:assumed-role/app/one", "iam::111122223333:role/app");
    assertThat(text(view, "aws:principalarn")).isEqualTo(has ? arn : "-");
    assertThat(RequestView.asGiven(view.request()).value("aws:principaltype")).isEmpty();
  }

  /// The value of a key; `-` if the request does not have it.
  private static String text(RequestView view, String key) {
    return view.value(key).map(Value::texts).map(texts -> texts.getFirst()).orElse("-");
  }

  @Test
  void whatIsDerivedIsKnown() {
    var request = of(Asking.ALICE).request().known(Knowledge.NONE);
    var view = RequestView.of(request);
    assertThat(view.doubt("aws:principaltype")).isEqualTo(Doubt.NONE);
    assertThat(view.doubt("aws:userid")).isEqualTo(Doubt.BOTH);
    assertThat(view.doubt("aws:sourceip")).isEqualTo(Doubt.BOTH);
    assertThat(RequestView.asGiven(request).doubt("aws:principaltype")).isEqualTo(Doubt.BOTH);
    assertThat(of(Asking.ALICE).doubt("aws:sourceip")).isEqualTo(Doubt.NONE);
  }
}

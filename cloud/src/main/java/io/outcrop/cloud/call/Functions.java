package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.protocol.Bodies;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import java.util.Map;

/// AWS Lambda, as far as a function's role goes.
public final class Functions {
  private final SignedService service;

  /// Lambda of the region that is called.
  public Functions(SdkSetup setup) {
    this.service = setup.signed("lambda", setup.region(), "lambda");
  }

  /// The role that the function `name` (or its ARN) runs as.
  public Answer<String> role(String name) {
    return service.ask(
        "GetFunctionConfiguration",
        new SignedService.Request(
            "GET",
            "/2015-03-31/functions/" + Bodies.segment(name) + "/configuration",
            Map.of(),
            ""),
        response -> Bodies.object(response).text("Role").orElse(""));
  }
}

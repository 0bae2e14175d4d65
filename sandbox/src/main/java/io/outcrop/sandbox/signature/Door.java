package io.outcrop.sandbox.signature;

import io.outcrop.http.Request;

/// By which kind of route a request comes in: they differ in where an API key may stand and in the
/// status of a refusal. Source: refusals of both kinds of routes as others saw them in 2026.
///
/// @param takesApiKeys whether the service takes API keys at all
/// @param takesKeyHeader whether an API key may stand in `x-api-key`
/// @param refusalStatus the status of a refusal that says 403 elsewhere
record Door(boolean takesApiKeys, boolean takesKeyHeader, int refusalStatus) {
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;

  static Door of(Request request, String signingName) {
    var mantle = signingName.equals("bedrock-mantle");
    if (!mantle && !signingName.equals("bedrock")) {
      return new Door(false, false, FORBIDDEN);
    }
    var target = request.target();
    var foreign = target.startsWith("/anthropic/") || target.startsWith("/openai/");
    return new Door(true, mantle || foreign, mantle || foreign ? UNAUTHORIZED : FORBIDDEN);
  }
}

package io.outcrop.sandbox.rules;

import io.outcrop.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// `temperature`, `top_p`, `top_k`. Source: AWS model cards; provider rules of @ai-sdk/anthropic.
final class Sampling implements Rule {
  private static final BigDecimal LEAST_TOP_P = new BigDecimal("0.99");
  private static final BigDecimal LEAST_TOP_P_THINKING = new BigDecimal("0.95");

  @Override
  public Optional<Refusal> refusal(MessagesRequest request) {
    return ranges(request.body())
        .or(() ->
            switch (request.traits().sampling()) {
              case FREE -> Optional.empty();
              case ONE_OF_TWO -> oneOfTwo(request.body());
              case DEFAULT_ONLY -> defaults(request.body());
              case NONE -> none(request.body());
            })
        .or(() -> request.thinks() ? thinking(request.body()) : Optional.empty());
  }

  private static Optional<Refusal> ranges(Json.Obj body) {
    for (var name : List.of("temperature", "top_p")) {
      var value = number(body, name);
      if (value.isPresent()
          && (value.get().signum() < 0 || value.get().compareTo(BigDecimal.ONE) > 0)) {
        return Refusal.because(Sentence.RANGE, name, "0..1");
      }
    }
    var topK = number(body, "top_k");
    return Refusal.unless(
        topK.isEmpty() || topK.get().signum() >= 0, Sentence.AT_LEAST, "top_k", 0);
  }

  private static Optional<Refusal> oneOfTwo(Json.Obj body) {
    return Refusal.unless(
        number(body, "temperature").isEmpty() || number(body, "top_p").isEmpty(),
        Sentence.TEMPERATURE_AND_TOP_P);
  }

  private static Optional<Refusal> defaults(Json.Obj body) {
    return oneOfTwo(body)
        .or(() ->
            Refusal.unless(
                isOne(number(body, "temperature")),
                Sentence.SAMPLING_DEFAULT,
                "`temperature`",
                "1"))
        .or(() ->
            Refusal.unless(
                isAtLeast(number(body, "top_p"), LEAST_TOP_P),
                Sentence.SAMPLING_DEFAULT,
                "`top_p`",
                "0.99 or above"))
        .or(() ->
            Refusal.unless(number(body, "top_k").isEmpty(), Sentence.SAMPLING_GONE, "`top_k`"));
  }

  private static Optional<Refusal> none(Json.Obj body) {
    return List.of("temperature", "top_p", "top_k").stream()
        .filter(name -> number(body, name).isPresent())
        .findFirst()
        .map(name -> Refusal.of(Sentence.SAMPLING_GONE, "`" + name + "`"));
  }

  private static Optional<Refusal> thinking(Json.Obj body) {
    if (!isOne(number(body, "temperature"))) {
      return Refusal.because(Sentence.THINKING_TEMPERATURE);
    }
    if (!isAtLeast(number(body, "top_p"), LEAST_TOP_P_THINKING)) {
      return Refusal.because(Sentence.THINKING_TOP_P);
    }
    return Refusal.unless(number(body, "top_k").isEmpty(), Sentence.THINKING_TOP_K);
  }

  private static boolean isOne(Optional<BigDecimal> value) {
    return value.isEmpty() || value.get().compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isAtLeast(Optional<BigDecimal> value, BigDecimal least) {
    return value.isEmpty() || value.get().compareTo(least) >= 0;
  }

  private static Optional<BigDecimal> number(Json.Obj body, String name) {
    return body.get(name).filter(Json.Num.class::isInstance).map(it -> ((Json.Num) it).value());
  }
}

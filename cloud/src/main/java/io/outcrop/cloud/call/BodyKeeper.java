package io.outcrop.cloud.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Keeps an answer's own text beside what the SDK reads of it: this SDK does not know the dates of
/// a model's life.
final class BodyKeeper implements ExecutionInterceptor {
  static final ExecutionAttribute<AtomicReference<String>> KEPT =
      new ExecutionAttribute<>("OutcropKeptBody");

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    var kept = attributes.getAttribute(KEPT);
    if (kept == null || context.responseBody().isEmpty()) {
      return context.responseBody();
    }
    try (var body = context.responseBody().get()) {
      var bytes = body.readAllBytes();
      kept.set(new String(bytes, StandardCharsets.UTF_8));
      return Optional.of(new ByteArrayInputStream(bytes));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}

package io.outcrop.causes.redact;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One look of one kind of secret.
///
/// @param kind of what
/// @param pattern how it looks, with what has to stand around it; its group `secret` is the secret
/// @param isSecret what else has to be true of it
record SecretPattern(SecretKind kind, Pattern pattern, Predicate<String> isSecret) {}

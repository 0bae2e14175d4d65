package io.outcrop.sandbox.directory.token;

import io.outcrop.aws.Secret;
import io.outcrop.iam.decision.Decision;
import io.outcrop.iam.policy.Statement;
import io.outcrop.json.Json;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.JsonWriter;
import io.outcrop.sandbox.directory.desk.Output;
import io.outcrop.sandbox.guard.Guard;
import io.outcrop.sandbox.guard.Visitor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The encoded messages that some services add to a denial, which only STS opens. Ours are sealed
/// with AES-GCM under the key of the account that may read them: nobody else can open or make one.
/// What a message says has the form that AWS documents. Source: AWS STS API Reference,
/// "DecodeAuthorizationMessage", read 2026-11.
public final class AuthorizationMessages {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 1 << 16;

  private AuthorizationMessages() {}

  /// What there is to say of a denial.
  public static Json.Obj of(Visitor visitor, Guard.Wish wish, Decision decision) {
    var conditions = new ArrayList<Json>();
    wish.context().forEach((key, value) -> conditions.add(condition(key, List.of(value))));
    wish.lists().forEach((key, values) -> conditions.add(condition(key, values)));
    return Output.of(
        "allowed", decision.isAllowed(),
        "explicitDeny", decision.outcome() == Decision.Outcome.EXPLICITLY_DENIED,
        "matchedStatements", items(statements(visitor, decision)),
        "failures", items(List.of()),
        "context",
            Output.of(
                "principal", Output.of("id", visitor.userId(), "arn", visitor.arn()),
                "action", wish.action(),
                "resource", wish.resource(),
                "conditions", items(conditions)));
  }

  /// The statements of an explicit denial. Their form is as people have posted it since 2013; AWS
  /// documents that they are there, not how they look.
  private static List<Json> statements(Visitor visitor, Decision decision) {
    return decision.outcome() == Decision.Outcome.EXPLICITLY_DENIED
        ? decision.decidedBy().stream()
            .<Json>map(deciding -> statement(visitor, deciding.statement()))
            .toList()
        : List.of();
  }

  private static Json statement(Visitor visitor, Statement statement) {
    var conditions =
        statement.conditions().stream()
            .map(condition -> condition(condition.key(), texts(condition.values())))
            .toList();
    return Output.of(
        "statementId", statement.sid(),
        "effect", "DENY",
        "principals", items(List.of(Output.of("value", visitor.identity().label().id()))),
        "principalGroups", items(List.of()),
        "actions", values(texts(statement.actions().values())),
        "resources", values(texts(statement.resources().values())),
        "conditions", items(conditions));
  }

  private static List<String> texts(List<Statement.Pattern> patterns) {
    return patterns.stream().map(Statement.Pattern::text).toList();
  }

  private static Json values(List<String> texts) {
    return items(texts.stream().<Json>map(text -> Output.of("value", text)).toList());
  }

  private static Json condition(String key, List<String> values) {
    return Output.of("key", key, "values", values(values));
  }

  private static Json items(List<Json> items) {
    return Output.of("items", Json.array(items));
  }

  /// The encoded message, for the account with `key`.
  public static String encode(Json.Obj message, String account, Secret key) {
    var nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, account, key, nonce);
      var sealed = cipher.doFinal(deflated(JsonWriter.compact(message)));
      var all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has AES-GCM", missing);
    }
  }

  /// What an encoded message says, if it was made for the account with `key`.
  static Optional<Json.Obj> decode(String text, String account, Secret key) {
    try {
      var all = Base64.getUrlDecoder().decode(text);
      if (all.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      var nonce = Arrays.copyOf(all, NONCE_BYTES);
      var cipher = cipher(Cipher.DECRYPT_MODE, account, key, nonce);
      var bytes = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return JsonReader.read(inflated(bytes)) instanceof JsonReading.Read(Json.Obj message)
          ? Optional.of(message)
          : Optional.empty();
    } catch (IllegalArgumentException | GeneralSecurityException | DataFormatException _) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, String account, Secret key, byte[] nonce)
      throws GeneralSecurityException {
    var text = "authorization message/" + account + "/" + key.reveal();
    var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] deflated(String text) {
    var deflater = new Deflater();
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var buffer = new byte[LONGEST];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
  }

  private static String inflated(byte[] bytes) throws DataFormatException {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      var buffer = new byte[LONGEST];
      return new String(buffer, 0, inflater.inflate(buffer), StandardCharsets.UTF_8);
    } finally {
      inflater.end();
    }
  }
}

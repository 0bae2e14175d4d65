package io.outcrop.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.Json;
import io.outcrop.json.JsonPointer;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.realm.Directory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tokens and codes that a case cannot write down: they are signed, or made from a seed.
final class TokenFlowsTest {
  private static final String ADMIN = "AKIAIOSFODNN7EXAMPLE";
  private static final String ACCOUNT = "111122223333";
  private static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/id.example.com";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private static String text(Reply reply, String pointer) {
    return JsonPointer.parse(pointer)
        .flatMap(found -> found.in(((Reply.Output) reply).output()))
        .flatMap(Json::asText)
        .orElseThrow();
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String keySet(KeyPair pair) {
    var key = (RSAPublicKey) pair.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(
            URL.encodeToString(key.getModulus().toByteArray()),
            URL.encodeToString(key.getPublicExponent().toByteArray()));
  }

  private static String token(KeyPair pair, String audience, Instant ends)
      throws GeneralSecurityException {
    var claims =
        "{\"iss\":\"https://id.example.com\",\"aud\":\"%s\",\"sub\":\"robot\",\"exp\":%d}"
            .formatted(audience, ends.getEpochSecond());
    var signed = part("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + part(claims);
    var signer = Signature.getInstance("SHA256withRSA");
    signer.initSign(pair.getPrivate());
    signer.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + URL.encodeToString(signer.sign());
  }

  private static String part(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void provide(Playground playground, String keySet) {
    var provider =
        new Directory.Provider(
            PROVIDER,
            Directory.Provider.Kind.OIDC,
            keySet,
            List.of("app"),
            List.of(),
            playground.world().clock().instant(),
            Map.of());
    playground
        .world()
        .exclusively(() -> {
          playground
              .world()
              .commit(
                  playground
                      .world()
                      .realm()
                      .with(ACCOUNT, one -> one.with(one.directory().with(provider))));
          return 0;
        });
  }

  private static String role(Playground playground, String subject) {
    var trust =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"%s"},\
        "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":\
        {"id.example.com:aud":"app","id.example.com:sub":"%s"}}}]}\
        """
            .formatted(PROVIDER, subject);
    var input =
        Json.object()
            .with("RoleName", Json.of("for-" + subject))
            .with("AssumeRolePolicyDocument", Json.of(trust));
    var reply = playground.call(ADMIN, "iam", "CreateRole", input.toString(), "");
    return text(reply, "/Role/Arn");
  }

  private static Reply assume(Playground playground, String role, String token) {
    var input =
        Json.object()
            .with("RoleArn", Json.of(role))
            .with("RoleSessionName", Json.of("web"))
            .with("WebIdentityToken", Json.of(token));
    return playground.call("", "sts", "AssumeRoleWithWebIdentity", input.toString(), "");
  }

  @Test
  void webIdentityIsTakenAtItsProvidersWord(@TempDir Path folder) throws GeneralSecurityException {
    try (var playground = new Playground(folder.resolve("world"), "healthy")) {
      var pair = keys();
      var now = playground.world().clock().instant();
      var right = token(pair, "app", now.plusSeconds(60));
      var role = role(playground, "robot");
      assertThat(Playground.line(assume(playground, role, right)))
          .startsWith(
              "400 InvalidIdentityToken: No OpenIDConnect provider found in your account for"
                  + " https://id.example.com");
      provide(playground, "");
      assertThat(Playground.line(assume(playground, role, right)))
          .startsWith("400 InvalidIdentityToken: Couldn't retrieve verification key");
      provide(playground, keySet(pair));
      assertThat(
              Playground.line(assume(playground, role, token(keys(), "app", now.plusSeconds(9)))))
          .isEqualTo("400 InvalidIdentityToken: Token signature invalid");
      assertThat(Playground.line(assume(playground, role, token(pair, "web", now.plusSeconds(9)))))
          .isEqualTo("400 InvalidIdentityToken: Incorrect token audience");
      assertThat(Playground.line(assume(playground, role, token(pair, "app", now))))
          .startsWith("400 ExpiredTokenException: Token expired");
      assertThat(Playground.line(assume(playground, role(playground, "other"), right)))
          .isEqualTo("403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
      var reply = assume(playground, role, right);
      assertThat(text(reply, "/SubjectFromWebIdentityToken")).isEqualTo("robot");
      assertThat(text(reply, "/Provider")).isEqualTo(PROVIDER);
      var key = text(reply, "/Credentials/AccessKeyId");
      assertThat(Playground.line(playground.call(key, "sts", "GetCallerIdentity", "", "")))
          .contains("assumed-role/for-robot/web");
    }
  }

  /// Another way to the codes than the sandbox's own. Source: RFC 6238.
  private static String code(String seed, Instant now) throws GeneralSecurityException {
    var bits = new StringBuilder();
    for (var i = 0; i < seed.length(); i++) {
      var five =
          Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(seed.charAt(i)) | 32);
      bits.append(five.substring(1));
    }
    var key = new byte[bits.length() / 8];
    for (var i = 0; i < key.length; i++) {
      key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    var counter = ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array();
    var hash = mac.doFinal(counter);
    var at = hash[19] & 15;
    var number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % 1_000_000);
  }

  @Test
  void deviceOpensIamToSessionsOfUsers(@TempDir Path folder) throws GeneralSecurityException {
    try (var playground = new Playground(folder.resolve("world"), "healthy")) {
      var created =
          playground.call(
              ADMIN, "iam", "CreateVirtualMFADevice", "{\"VirtualMFADeviceName\":\"phone\"}", "");
      var serial = text(created, "/VirtualMFADevice/SerialNumber");
      var seed =
          new String(
              Base64.getDecoder().decode(text(created, "/VirtualMFADevice/Base32StringSeed")),
              StandardCharsets.US_ASCII);
      var now = playground.world().clock().instant();
      assertThat(enable(playground, serial, "000000", code(seed, now)))
          .startsWith("403 InvalidAuthenticationCode");
      assertThat(enable(playground, serial, code(seed, now.minusSeconds(30)), code(seed, now)))
          .isEqualTo("output {}");
      playground.pass(Duration.ofMinutes(5));
      var later = playground.world().clock().instant();
      assertThat(Playground.line(session(playground, serial, code(seed, now))))
          .startsWith("403 AccessDenied: MultiFactorAuthentication failed with invalid MFA");
      var session = session(playground, serial, code(seed, later));
      var key = text(session, "/Credentials/AccessKeyId");
      assertThat(Playground.line(playground.call(key, "iam", "ListUsers", "", "")))
          .startsWith("output");
      assertThat(
              Playground.line(
                  playground.call(
                      ADMIN,
                      "iam",
                      "DeleteVirtualMFADevice",
                      "{\"SerialNumber\":\"" + serial + "\"}",
                      "")))
          .startsWith("409 DeleteConflict");
    }
  }

  private static String enable(Playground playground, String serial, String one, String two) {
    var input =
        Json.object()
            .with("UserName", Json.of("admin"))
            .with("SerialNumber", Json.of(serial))
            .with("AuthenticationCode1", Json.of(one))
            .with("AuthenticationCode2", Json.of(two));
    return Playground.line(playground.call(ADMIN, "iam", "EnableMFADevice", input.toString(), ""));
  }

  private static Reply session(Playground playground, String serial, String code) {
    var input =
        Json.object().with("SerialNumber", Json.of(serial)).with("TokenCode", Json.of(code));
    return playground.call(ADMIN, "sts", "GetSessionToken", input.toString(), "");
  }
}

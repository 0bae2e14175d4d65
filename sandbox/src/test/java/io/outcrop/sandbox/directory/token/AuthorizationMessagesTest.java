package io.outcrop.sandbox.directory.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.Secret;
import io.outcrop.json.Json;
import org.junit.jupiter.api.Test;

final class AuthorizationMessagesTest {
  private static final Secret KEY = Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  private static final Json.Obj MESSAGE = Json.object().with("allowed", Json.of(false));

  @Test
  void whatIsEncodedIsOpenedByItsAccountAlone() {
    var encoded = AuthorizationMessages.encode(MESSAGE, "111122223333", KEY);
    assertThat(AuthorizationMessages.decode(encoded, "111122223333", KEY)).contains(MESSAGE);
    assertThat(AuthorizationMessages.decode(encoded, "444455556666", KEY)).isEmpty();
    assertThat(AuthorizationMessages.decode(encoded, "111122223333", Secret.of("x"))).isEmpty();
  }

  @Test
  void noChangedCharacterIsTaken() {
    var encoded = AuthorizationMessages.encode(MESSAGE, "111122223333", KEY);
    for (var i = 0; i < encoded.length() - 1; i++) {
      var other = encoded.charAt(i) == 'A' ? 'B' : 'A';
      var changed = encoded.substring(0, i) + other + encoded.substring(i + 1);
      assertThat(AuthorizationMessages.decode(changed, "111122223333", KEY)).isEmpty();
    }
    assertThat(AuthorizationMessages.decode("", "111122223333", KEY)).isEmpty();
    assertThat(AuthorizationMessages.decode("%", "111122223333", KEY)).isEmpty();
  }
}

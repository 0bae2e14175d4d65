package io.outcrop.cloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.json.pack.Unpacker;
import org.junit.jupiter.api.Test;

final class UserClientsPackTest {
  @Test
  void aPackHoldsWhatTheFileSays() {
    assertThat(UserClients.of(new Unpacker(UserClients.pack()))).isEqualTo(UserClients.read());
  }
}

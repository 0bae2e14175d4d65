package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many connections at once; `bench/connections` opens ten thousand.
@Timeout(60)
class CrowdTest {
  @Test
  void thousandsOfConnectionsCostNoThreads() throws IOException {
    var wires = new ArrayList<Wire>();
    try (var server = HttpServer.start(ServerSettings.onPort(0), _ -> Response.text(200, "fine"))) {
      var before = Thread.activeCount();
      for (var i = 0; i < 2000; i++) {
        wires.add(Wire.to(server));
      }
      for (var round = 0; round < 2; round++) {
        for (var wire : wires) {
          wire.send("GET / HTTP/1.1", "Host: h", "");
        }
        for (var wire : wires) {
          assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
          assertThat(wire.line()).isEqualTo("fine");
        }
      }
      assertThat(Thread.activeCount()).isLessThan(before + 10);
    } finally {
      for (var wire : wires) {
        wire.close();
      }
    }
  }
}

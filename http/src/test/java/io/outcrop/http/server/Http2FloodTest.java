package io.outcrop.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.outcrop.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// So many frames that have to be acknowledged that watching their buffers would take too long.
@Timeout(60)
class Http2FloodTest {
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @ParameterizedTest
  @ValueSource(ints = {Frames.PING, Frames.SETTINGS})
  void questionsWhoseAnswersNobodyReads(int type) throws IOException, InterruptedException {
    try (var busy = HttpServer.start(ServerSettings.onPort(0), _ -> untilInterrupted());
        var socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), busy.port()));
      var wire = new Wire(socket);
      var _ =
          Frames.over(wire)
              .send(Frames.HEADERS, Frames.END_HEADERS | Frames.END_STREAM, 1, Frames.GET);
      var many = new ByteArrayOutputStream();
      for (var i = 0; i < 1000; i++) {
        many.writeBytes(Frames.frame(type, 0, 0, new byte[type == Frames.PING ? 8 : 0]));
      }
      var bytes = many.toByteArray();
      assertThatExceptionOfType(IOException.class)
          .as("100 million of them")
          .isThrownBy(() -> {
            for (var i = 0; i < 100_000; i++) {
              wire.write(bytes);
            }
          });
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Response untilInterrupted() {
    try {
      Thread.sleep(Duration.ofMinutes(1));
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return Response.text(200, "late");
  }
}

package io.outcrop.bench;

import io.outcrop.http.Headers;
import io.outcrop.http.Response;
import io.outcrop.http.certificate.CertificateAuthority;
import io.outcrop.http.server.HttpServer;
import io.outcrop.http.server.ServerSettings;
import io.outcrop.http.server.Tls;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// What do the HTTP server's connections cost? Two processes, each on its core, told by
/// `bench/transport`: `serve FOLDER` answers everything with 1 KB until its input ends; `load PORT
/// CONNECTIONS SECONDS` keeps connections busy with one request each; `hold PORT CONNECTIONS` opens
/// them, has each answered twice and keeps them open until its input ends.
public final class TransportRun {
  private static final byte[] REQUEST =
      "POST /model/x/invoke HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ANSWER = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);

  private TransportRun() {}

  /// Runs one of both sides.
  public static void main(String[] words) throws IOException, InterruptedException {
    switch (words[0]) {
      case "serve" -> serve(Path.of(words[1]));
      case "load" -> load(number(words[1]), number(words[2]), number(words[3]));
      case "hold" -> hold(number(words[1]), number(words[2]));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static void serve(Path folder) throws IOException {
    var before = System.nanoTime();
    var tls = new Tls.By(CertificateAuthority.in(folder, InstantSource.system()));
    try (var server =
        HttpServer.start(
            ServerSettings.onPort(0).with(tls),
            _ -> Response.of(200, Headers.none().with("content-type", "text/plain"), ANSWER))) {
      System.out.printf("%d %.1f%n", server.port(), (System.nanoTime() - before) / 1e6);
      var _ = System.in.read();
    }
  }

  private static void load(int port, int connections, int seconds) throws InterruptedException {
    var answers = new LongAdder();
    run(port, connections, seconds, answers); // warms both sides
    var warming = answers.sum();
    run(port, connections, seconds, answers);
    System.out.printf("%d %d%n", (answers.sum() - warming) / seconds, answers.sum());
  }

  private static void run(int port, int connections, int seconds, LongAdder answers)
      throws InterruptedException {
    var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < connections; i++) {
        var _ =
            threads.submit(() -> {
              try (var client = new Client(port)) {
                while (System.nanoTime() < end) {
                  client.ask();
                  answers.increment();
                }
              }
              return null;
            });
      }
    }
  }

  private static void hold(int port, int connections) throws IOException {
    var clients = new ArrayList<Client>();
    for (var i = 0; i < connections; i++) {
      clients.add(new Client(port));
    }
    for (var round = 0; round < 2; round++) {
      for (var client : clients) {
        client.ask();
      }
    }
    System.out.println(clients.size());
    var _ = System.in.read();
    for (var client : clients) {
      client.close();
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  /// One connection, which asks and waits.
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private int headBytes;

    private Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2048));
    }

    void ask() throws IOException {
      socket.getOutputStream().write(REQUEST);
      if (headBytes == 0) {
        headBytes = readHead();
      } else {
        in.skipNBytes(headBytes);
      }
      in.skipNBytes(ANSWER.length);
    }

    private int readHead() throws IOException {
      var last = 0;
      for (var length = 1; ; length++) {
        last = last << 8 | in.readUnsignedByte();
        if (last == 0x0d0a0d0a) {
          return length;
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

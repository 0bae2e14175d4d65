package io.outcrop.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A body that is announced to be too large is refused before it is sent, as its service would.
class TooLargeTest {
  private static Fixture fixture;

  @BeforeAll
  static void start() {
    fixture = new Fixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /model/a:0/invoke   | X: y                                                | 400 | ValidationException            | {"message":"1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to 25000000"}
          /model/a:0/converse | X: y                                                | 413 | RequestEntityTooLargeException | {"Message":"The body of the request is too large."}
          /                   | X-Amz-Target: AWSOrganizationsV20161128.ListRoots   | 413 | RequestEntityTooLargeException | "__type":"RequestEntityTooLargeException"
          /                   | Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261128/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0 | 413 | ErrorResponse | <Code>RequestEntityTooLargeException</Code><Message>The body of the request is too large.</Message>
          /nowhere            | X: y                                                | 413 | text/plain                     | The body of the request is too large.
          """)
  void theServicesOwnEnvelopeIsUsed(
      String path, String header, int status, String sign, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), fixture.endpoint().getPort())) {
      var head =
          "POST %s HTTP/1.1\r\nHost: h\r\n%s\r\nContent-Length: 30000000\r\n\r\n"
              .formatted(path, header);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status + " ")
          .contains(sign, "x-amzn-requestid: ", body)
          .contains("connection: close");
    }
  }
}

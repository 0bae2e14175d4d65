package io.outcrop.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JDK's own path validation is the judge.
class CertificateAuthorityTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));

  @TempDir private Path folder;

  @Test
  void whoTrustsTheFileTrustsTheServer() throws IOException, GeneralSecurityException {
    var authority = CertificateAuthority.in(folder, NOW);
    var issued = authority.issue(List.of("bedrock-runtime.us-east-1.amazonaws.com"));
    validate(issued.chain().getFirst(), read(authority.certificate()), NOW.instant());
    assertThat(issued.chain().getFirst().getSubjectAlternativeNames())
        .containsExactly(List.of(2, "bedrock-runtime.us-east-1.amazonaws.com"));
    assertThat(issued.chain().getFirst().getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(issued.chain().getLast()).isEqualTo(read(authority.certificate()));
  }

  @Test
  void addressesAreNamesToo() throws GeneralSecurityException {
    var issued =
        CertificateAuthority.in(folder, NOW).issue(List.of("localhost", "127.0.0.1", "::1"));
    assertThat(issued.chain().getFirst().getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    validate(issued.chain().getFirst(), issued.chain().getLast(), NOW.instant());
  }

  @Test
  void noCertificateLivesLongerThanClientsAccept() {
    var server =
        CertificateAuthority.in(folder, NOW).issue(List.of("localhost")).chain().getFirst();
    var life =
        Duration.between(server.getNotBefore().toInstant(), server.getNotAfter().toInstant());
    assertThat(life).isLessThan(Duration.ofDays(398));
    assertThat(server.getNotBefore().toInstant()).isBefore(NOW.instant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank.example",
        "amazonaws.com.evil.example",
        "xamazonaws.com",
        "com",
        "8.8.8.8",
        "127.0.0.1.nip.io",
        "172.32.0.1",
        "2001:db8::1",
        ""
      })
  void nothingElseIsVouchedFor(String host) {
    var authority = CertificateAuthority.in(folder, NOW);
    assertThat(authority.mayVouchFor(host)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(List.of(host)));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void clientsRefuseWhatAStolenKeyWouldSign() throws IOException, GeneralSecurityException {
    var certifying = new Certifying();
    var keys = certifying.keys();
    var root = certifying.authority(keys, NOW.instant());
    assertThatCode(() -> validate(forged(certifying, keys, root, "x.api.aws"), root, NOW.instant()))
        .doesNotThrowAnyException();
    for (var name : List.of("bank.example", "8.8.8.8", "172.32.0.1", "2001:db8::1")) {
      var forged = forged(certifying, keys, root, name);
      assertThatExceptionOfType(CertPathValidatorException.class)
          .as(name)
          .isThrownBy(() -> validate(forged, root, NOW.instant()));
    }
  }

  @Test
  void theAuthorityIsMadeOnceAndForItsOwnerAlone() throws IOException {
    var first = Files.readString(CertificateAuthority.in(folder, NOW).certificate());
    Files.delete(folder.resolve("ca.pem"));
    assertThat(Files.readString(CertificateAuthority.in(folder, NOW).certificate()))
        .isEqualTo(first);
    assertThat(rights("ca.pem")).isEqualTo("rw-r--r--");
    assertThat(rights("ca-key.pem")).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void manyWhoComeFirstGetTheSameOne() throws InterruptedException, ExecutionException {
    var serials = new HashSet<BigInteger>();
    Callable<BigInteger> first =
        () -> {
          var issued = CertificateAuthority.in(folder, NOW).issue(List.of("localhost"));
          return issued.chain().getLast().getSerialNumber();
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var made : threads.invokeAll(Collections.nCopies(16, first))) {
        serials.add(made.get());
      }
    }
    assertThat(serials).hasSize(1);
  }

  @Test
  void anAuthorityThatIsNearlyOverIsMadeAnew() throws IOException {
    var before = Files.readString(CertificateAuthority.in(folder, NOW).certificate());
    var later = InstantSource.fixed(NOW.instant().plus(Duration.ofDays(3640)));
    var authority = CertificateAuthority.in(folder, later);
    assertThat(Files.readString(authority.certificate())).isNotEqualTo(before);
    assertThatCode(() ->
            validate(
                authority.issue(List.of("localhost")).chain().getFirst(),
                read(authority.certificate()),
                later.instant()))
        .doesNotThrowAnyException();
  }

  @Test
  void yearsAfter2049AreWrittenWithFourDigits() throws GeneralSecurityException {
    var later = InstantSource.fixed(Instant.parse("2049-06-01T00:00:00Z"));
    var chain = CertificateAuthority.in(folder, later).issue(List.of("localhost")).chain();
    assertThat(chain.getLast().getNotAfter()).isAfter("2059-01-01");
    validate(chain.getFirst(), chain.getLast(), later.instant());
  }

  @Test
  void aDamagedKeyIsNamedAndNeverReplaced() throws IOException {
    var secret = folder.resolve("ca-key.pem");
    Files.writeString(secret, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> CertificateAuthority.in(folder, NOW).certificate())
        .withMessageContaining("is damaged");
    assertThat(secret).content().startsWith("-----BEGIN PRIVATE KEY-----\nAAAA");
  }

  private static X509Certificate forged(
      Certifying certifying, KeyPair keys, X509Certificate root, String name)
      throws GeneralSecurityException {
    return certifying.server(
        List.of(HostName.of(name)), keys.getPublic(), root, keys.getPrivate(), NOW.instant());
  }

  /// The JDK reads the constraints of a certificate in the path, not those of an anchor; so the
  /// anchor is the root's bare key, and the root stands in the path.
  private static void validate(X509Certificate server, X509Certificate root, Instant at)
      throws GeneralSecurityException {
    var anchor = new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null);
    var parameters = new PKIXParameters(Set.of(anchor));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(server, root));
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }

  private static X509Certificate read(Path pem) throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}

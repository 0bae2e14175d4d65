package io.outcrop.http.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Makes certificates of version 3 (RFC 5280), signed with ECDSA over P-256, which every client of
/// the last ten years knows.
final class Certifying {
  private static final byte[] ALGORITHM = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final String AUTHORITY = "Outcrop sandbox (this machine only)";

  /// Clients refuse a server's certificate that is valid for more than 398 days.
  private static final Duration LEAF = Duration.ofDays(397);

  private static final Duration ROOT = Duration.ofDays(3650);

  /// Clocks differ.
  private static final Duration EARLIER = Duration.ofDays(2);

  private static final int SERIAL_BITS = 127;
  private static final int MAX_COMMON_NAME = 64;

  private final SecureRandom random = new SecureRandom();

  KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  X509Certificate authority(KeyPair keys, Instant now) throws GeneralSecurityException {
    var name = SubjectNames.common(AUTHORITY);
    var extensions =
        Der.sequence(
            extension("2.5.29.19", true, Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO))),
            extension("2.5.29.15", true, Der.bits(1, new byte[] {0x06})),
            extension("2.5.29.14", false, Der.octets(keyId(keys.getPublic()))),
            extension("2.5.29.30", true, Reach.constraints()));
    var until = now.plus(ROOT);
    return signed(body(name, name, now, until, keys.getPublic(), extensions), keys.getPrivate());
  }

  X509Certificate server(
      List<HostName> hosts, PublicKey key, X509Certificate issuer, PrivateKey by, Instant now)
      throws GeneralSecurityException {
    var keyIdentifier = Der.sequence(Der.plain(0, keyId(issuer.getPublicKey())));
    var extensions =
        Der.sequence(
            extension("2.5.29.15", true, Der.bits(7, new byte[] {(byte) 0x80})),
            extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
            extension("2.5.29.35", false, keyIdentifier),
            extension("2.5.29.17", false, SubjectNames.alternative(hosts)));
    var name = SubjectNames.common(commonName(hosts.getFirst()));
    var until = now.plus(LEAF).minus(EARLIER);
    var issuerName = issuer.getSubjectX500Principal().getEncoded();
    return signed(body(issuerName, name, now, until, key, extensions), by);
  }

  private byte[] body(
      byte[] issuer, byte[] subject, Instant now, Instant until, PublicKey key, byte[] extensions) {
    return Der.sequence(
        Der.holding(0, Der.integer(BigInteger.TWO)),
        Der.integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1)),
        ALGORITHM,
        issuer,
        Der.sequence(Der.time(now.minus(EARLIER)), Der.time(until)),
        subject,
        key.getEncoded(),
        Der.holding(3, extensions));
  }

  private static X509Certificate signed(byte[] body, PrivateKey by)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(by);
    signature.update(body);
    return read(Der.sequence(body, ALGORITHM, Der.bits(0, signature.sign())));
  }

  static X509Certificate read(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }

  /// RFC 7093, section 2, method 1.
  private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
    return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
  }

  private static String commonName(HostName host) {
    var name =
        switch (host) {
          case HostName.Dns(String dns) -> dns;
          case HostName.Address(var address) -> address.getHostAddress();
        };
    return name.length() > MAX_COMMON_NAME ? name.substring(0, MAX_COMMON_NAME) : name;
  }
}

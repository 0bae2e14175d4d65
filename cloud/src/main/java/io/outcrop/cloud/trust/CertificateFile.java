package io.outcrop.cloud.trust;

import io.outcrop.cloud.client.SmallFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is in a file of certificates. A file is read again only once it has changed: a system's
/// bundle holds some hundred, several variables name it at once, and every client asks for it.
///
/// @param problem why there is none; empty if there are some
/// @param certificates those of the file
record CertificateFile(
    FileTime changed, long size, String problem, List<X509Certificate> certificates) {
  private static final Map<Path, CertificateFile> LAST = new ConcurrentHashMap<>();

  static CertificateFile at(Path file) {
    if (!Files.exists(file)) {
      return without("the file does not exist");
    }
    if (!Files.isRegularFile(file)) {
      return without("it is no file");
    }
    try {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      return LAST.compute(
          file.toAbsolutePath(),
          (_, last) -> last != null && last.isOf(now) ? last : read(file, now));
    } catch (IOException unreadable) {
      return without("the file cannot be read: " + unreadable.getMessage());
    }
  }

  private boolean isOf(BasicFileAttributes now) {
    return problem.isEmpty() && changed.equals(now.lastModifiedTime()) && size == now.size();
  }

  private static CertificateFile read(Path file, BasicFileAttributes now) {
    try {
      // As a whole: the factory asks a stream for one byte at a time.
      var in = new ByteArrayInputStream(SmallFile.bytes(file));
      var certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
      return new CertificateFile(
          now.lastModifiedTime(),
          now.size(),
          certificates.isEmpty() ? "no certificate is in it" : "",
          certificates);
    } catch (IOException unreadable) {
      return without("the file cannot be read: " + unreadable.getMessage());
    } catch (GeneralSecurityException malformed) {
      return without("it holds something that is no certificate: " + malformed.getMessage());
    }
  }

  private static CertificateFile without(String problem) {
    return new CertificateFile(FileTime.fromMillis(0), 0, problem, List.of());
  }
}

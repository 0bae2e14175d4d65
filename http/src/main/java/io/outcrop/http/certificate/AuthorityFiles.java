package io.outcrop.http.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The authority on disk: `ca-key.pem`, its key and its certificate, for nobody but its owner; and
/// `ca.pem`, the certificate alone, for everybody.
final class AuthorityFiles {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private final Path folder;

  AuthorityFiles(Path folder) {
    this.folder = folder;
  }

  /// @param key signs
  /// @param certificate vouches for the key
  record Held(PrivateKey key, X509Certificate certificate) {
    @Override
    public String toString() {
      return certificate.getSubjectX500Principal().getName();
    }
  }

  Path certificate() {
    return folder.resolve("ca.pem");
  }

  /// What is there; empty if nothing is, or nothing that can be read as such.
  Optional<Held> read() throws IOException, GeneralSecurityException {
    var path = secret();
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    var text = Files.readString(path, StandardCharsets.US_ASCII);
    var key = block(text, "PRIVATE KEY");
    var certificate = block(text, "CERTIFICATE");
    return key.length == 0 || certificate.length == 0
        ? Optional.empty()
        : Optional.of(
            new Held(
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)),
                Certifying.read(certificate)));
  }

  /// Keeps `made`, unless another process was first; then it is [#read] that tells.
  void writeFirst(Held made) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    var text = pem("PRIVATE KEY", made.key().getEncoded()) + pem(made.certificate());
    var temporary = temporary(text, "rw-------");
    try {
      Files.createLink(secret(), temporary);
    } catch (FileAlreadyExistsException _) {
      // the other one counts
    } catch (UnsupportedOperationException _) {
      Files.move(temporary, secret());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Forgets an authority whose time is over.
  void delete() throws IOException {
    Files.deleteIfExists(secret());
  }

  /// Shows `certificate` to everybody.
  void publish(X509Certificate certificate) throws IOException, GeneralSecurityException {
    var text = pem(certificate);
    if (Files.exists(certificate()) && Files.readString(certificate()).equals(text)) {
      return;
    }
    var temporary = temporary(text, "rw-r--r--");
    try {
      Files.move(temporary, certificate(), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(temporary, certificate(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path secret() {
    return folder.resolve("ca-key.pem");
  }

  /// A new file of these rights beside the others, where the file system has rights.
  private Path temporary(String text, String rights) throws IOException {
    var path = folder.resolve("ca-" + UUID.randomUUID() + ".new");
    var posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    var permissions = PosixFilePermissions.fromString(rights);
    var attributes =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
            : new FileAttribute<?>[0];
    Files.createFile(path, attributes);
    if (posix) {
      Files.setPosixFilePermissions(path, permissions); // whatever the umask took
    }
    return Files.writeString(
        path, text, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static String pem(X509Certificate certificate) throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] block(String text, String label) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(label))
        .findFirst()
        .map(found -> Base64.getMimeDecoder().decode(found.group(2)))
        .orElseGet(() -> new byte[0]);
  }
}

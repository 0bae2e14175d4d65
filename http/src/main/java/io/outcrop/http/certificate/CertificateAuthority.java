package io.outcrop.http.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An authority that vouches for servers on this machine, to clients that were told to trust it. It
/// is made when it is first needed, once for a folder, and kept there: `ca.pem` for everybody,
/// `ca-key.pem` for nobody but its owner. What it may vouch for is written into it: local names and
/// AWS's endpoints, nothing else. Safe for many threads, and for several processes on one folder.
///
/// Certificates are written here and not by a library: what the JDK lacks is some two hundred
/// lines, and the libraries that have them weigh ten megabytes.
public final class CertificateAuthority {
  private static final Duration LEAST_LEFT = Duration.ofDays(30);

  private final AuthorityFiles files;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Opened opened;
  private @Nullable KeyPair serverKeys;

  private CertificateAuthority(AuthorityFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  private record Opened(Certifying certifying, AuthorityFiles.Held held) {
    X509Certificate certify(List<HostName> names, PublicKey key, Instant now)
        throws GeneralSecurityException {
      return certifying.server(names, key, held.certificate(), held.key(), now);
    }
  }

  /// The authority of `folder`; nothing is read or made yet.
  ///
  /// @param clock the machine's own time, by which clients judge certificates
  public static CertificateAuthority in(Path folder, InstantSource clock) {
    return new CertificateAuthority(new AuthorityFiles(folder), clock);
  }

  /// The file that clients are told to trust (`curl --cacert`, `AWS_CA_BUNDLE`,
  /// `NODE_EXTRA_CA_CERTS`); it is there when this returns.
  ///
  /// @throws UncheckedIOException if the folder cannot be read or written
  public Path certificate() {
    open();
    return files.certificate();
  }

  /// Whether it may vouch for `host`, a name or an address.
  public boolean mayVouchFor(String host) {
    return Reach.includes(HostName.of(host));
  }

  /// A new certificate for a server of all these names and addresses.
  ///
  /// @throws IllegalArgumentException if there are none, or it may not vouch for one of them
  /// @throws UncheckedIOException if the folder cannot be read or written
  public ServerCertificate issue(List<String> hosts) {
    var names = hosts.stream().map(HostName::of).toList();
    if (names.isEmpty() || !names.stream().allMatch(Reach::includes)) {
      throw new IllegalArgumentException("no certificate may be issued for " + hosts);
    }
    var by = open();
    try {
      var keys = serverKeys(by.certifying());
      return new ServerCertificate(
          keys.getPrivate(),
          List.of(by.certify(names, keys.getPublic(), clock.instant()), by.held().certificate()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Opened open() {
    lock.lock();
    try {
      if (opened == null) {
        var certifying = new Certifying();
        var held = readOrMake(certifying);
        files.publish(held.certificate());
        opened = new Opened(certifying, held);
      }
      return opened;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (GeneralSecurityException unreadable) {
      throw new UncheckedIOException(
          new IOException(
              "the authority beside `" + files.certificate() + "` is damaged", unreadable));
    } finally {
      lock.unlock();
    }
  }

  /// One pair for all servers of this process, made for the first of them: it takes longer than all
  /// else of a start.
  private KeyPair serverKeys(Certifying certifying) throws GeneralSecurityException {
    lock.lock();
    try {
      if (serverKeys == null) {
        serverKeys = certifying.keys();
      }
      return serverKeys;
    } finally {
      lock.unlock();
    }
  }

  private AuthorityFiles.Held readOrMake(Certifying certifying)
      throws IOException, GeneralSecurityException {
    var before = files.read();
    if (before.isPresent() && isFresh(before.get())) {
      return before.get();
    }
    if (before.isPresent()) {
      files.delete();
    }
    var keys = certifying.keys();
    files.writeFirst(
        new AuthorityFiles.Held(keys.getPrivate(), certifying.authority(keys, clock.instant())));
    return files
        .read()
        .orElseThrow(
            () -> new IOException("the authority beside `" + files.certificate() + "` is damaged"));
  }

  private boolean isFresh(AuthorityFiles.Held held) {
    var end = held.certificate().getNotAfter().toInstant();
    return clock.instant().plus(LEAST_LEFT).isBefore(end);
  }
}

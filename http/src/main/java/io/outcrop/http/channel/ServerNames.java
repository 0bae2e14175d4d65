package io.outcrop.http.channel;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.outcrop.http.certificate.CertificateAuthority;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;

/// How a server shows who it is: a certificate for each name by which it is called, made when it is
/// first called so. Safe for many threads.
final class ServerNames {
  /// A client that asks for ever new names makes the oldest ones be forgotten.
  private static final int MAX_NAMES = 256;

  private final CertificateAuthority authority;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<List<String>, SslContext> contexts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, SslContext> eldest) {
          return size() > MAX_NAMES;
        }
      };

  ServerNames(CertificateAuthority authority) {
    this.authority = authority;
  }

  /// What to show to a client that calls `name`; empty if it is not ours to be called so. The first
  /// time takes a while.
  ///
  /// @param name as the client said it; empty if it did not
  /// @param otherwise what it means then: an address
  Optional<SslContext> contextFor(String name, String otherwise) {
    var called = name.toLowerCase(Locale.ROOT);
    var here = called.isEmpty() || called.equals("localhost");
    var names = here ? List.of("localhost", "127.0.0.1", "::1", otherwise) : List.of(called);
    var ours = names.stream().filter(authority::mayVouchFor).distinct().toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(context(ours));
  }

  private SslContext context(List<String> names) {
    lock.lock();
    try {
      return contexts.computeIfAbsent(names, this::make);
    } finally {
      lock.unlock();
    }
  }

  private SslContext make(List<String> names) {
    var shown = authority.issue(names);
    try {
      return SslContextBuilder.forServer(shown.key(), shown.chain().toArray(X509Certificate[]::new))
          .sslProvider(SslProvider.JDK)
          .applicationProtocolConfig(protocols())
          .build();
    } catch (SSLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ApplicationProtocolConfig protocols() {
    return new ApplicationProtocolConfig(
        Protocol.ALPN,
        SelectorFailureBehavior.NO_ADVERTISE,
        SelectedListenerFailureBehavior.ACCEPT,
        ApplicationProtocolNames.HTTP_2,
        ApplicationProtocolNames.HTTP_1_1);
  }
}

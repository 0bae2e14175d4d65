package io.outcrop.cloud.reach;

import io.outcrop.cloud.trust.TrustSource;
import io.outcrop.cloud.trust.TrustSources;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Agrees with a host on TLS, and says who vouches for it, also where nobody whom the client side
/// trusts does. Nothing is sent to a host that is not trusted.
final class Handshake {
  private final Way way;
  private final TrustSources sources;
  private final Patience patience;
  private final Witness witness;

  Handshake(Way way, TrustSources sources, Patience patience) {
    this.way = way;
    this.sources = sources;
    this.patience = patience;
    this.witness = new Witness(sources.manager().orElseGet(TrustSources::javaOwn));
  }

  /// The secured connection.
  SSLSocket over(Socket plain) throws IOException {
    var tls =
        (SSLSocket) context().getSocketFactory().createSocket(plain, way.host(), way.port(), true);
    var parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.setSoTimeout(patience.millis(1));
    try {
      tls.startHandshake();
      return tls;
    } catch (SSLException broken) {
      throw witness.refusal().map(this::untrusted).orElseGet(() -> brokenOff(broken));
    }
  }

  /// What the host showed, if it came to that.
  Optional<Reached.Certificate> certificate() {
    return witness
        .shown()
        .map(host ->
            new Reached.Certificate(
                host.getIssuerX500Principal().getName(),
                host.getSubjectX500Principal().getName(),
                trustedBy()));
  }

  private SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java speaks no TLS", broken);
    }
  }

  private List<String> trustedBy() {
    var names = new ArrayList<String>();
    if (witness.isTrustedBy(TrustSources.javaOwn())) {
      names.add("Java's trust store");
    }
    sources.named().stream()
        .filter(TrustSource::isUsable)
        .filter(source -> witness.isTrustedBy(TrustSources.of(source)))
        .map(TrustSource::name)
        .forEach(names::add);
    return names;
  }

  private StoppedException untrusted(CertificateException refusal) {
    var words = refusal.getMessage() == null ? "" : refusal.getMessage();
    var shown = witness.shown().orElseThrow();
    if (caused(refusal, CertificateExpiredException.class)
        || caused(refusal, CertificateNotYetValidException.class)) {
      return new StoppedException(
          Fault.OUT_OF_TIME,
          "the certificate holds from %s to %s, and this machine's clock says that it is not then"
              .formatted(shown.getNotBefore().toInstant(), shown.getNotAfter().toInstant()));
    }
    if (words.contains("subject alternative") || words.contains("No name matching")) {
      return new StoppedException(
          Fault.WRONG_NAME,
          "the certificate is for `%s`, not for `%s`"
              .formatted(shown.getSubjectX500Principal().getName(), way.host()));
    }
    return new StoppedException(
        Fault.UNTRUSTED,
        "the certificate is signed by `%s`, whom nobody here trusts"
            .formatted(shown.getIssuerX500Principal().getName()));
  }

  private static StoppedException brokenOff(SSLException broken) {
    var words = broken.getMessage() == null ? "" : broken.getMessage();
    return words.toLowerCase(Locale.ROOT).contains("reset")
        ? new StoppedException(Fault.RESET, "the connection was reset in the handshake")
        : new StoppedException(Fault.TLS_BROKEN, "the handshake broke off: " + words);
  }

  private static boolean caused(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  /// Keeps what a host shows, and trusts whom another trusts.
  private static final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private List<X509Certificate> chain = List.of();
    private String kind = "";
    private Optional<CertificateException> refusal = Optional.empty();

    private Witness(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    private Optional<X509Certificate> shown() {
      return chain.stream().findFirst();
    }

    private Optional<CertificateException> refusal() {
      return refusal;
    }

    private boolean isTrustedBy(X509ExtendedTrustManager other) {
      try {
        other.checkServerTrusted(chain.toArray(X509Certificate[]::new), kind);
        return !chain.isEmpty();
      } catch (CertificateException | IllegalArgumentException _) {
        return false;
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
        throws CertificateException {
      chain = List.of(shown);
      kind = authType;
      try {
        judge.checkServerTrusted(shown, authType, socket);
      } catch (CertificateException untrusted) {
        refusal = Optional.of(untrusted);
        throw untrusted;
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
        throws CertificateException {
      judge.checkServerTrusted(shown, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      judge.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
        throws CertificateException {
      judge.checkClientTrusted(shown, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
        throws CertificateException {
      judge.checkClientTrusted(shown, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      judge.checkClientTrusted(shown, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }
}

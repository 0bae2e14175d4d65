package io.outcrop.cloud.trust;

import io.outcrop.cloud.client.ClientSide;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The sources of trusted certificates of a client side: what its environment names, and Java's own
/// trust store. Source: AWS SDKs and Tools Reference Guide, "ca_bundle"; documentation of Requests,
/// OpenSSL and Node.js on the same variables, read 2026-11.
public final class TrustSources {
  private static final List<Named> VARIABLES =
      List.of(
          new Named("AWS_CA_BUNDLE", "the AWS CLI and boto3", false),
          new Named("REQUESTS_CA_BUNDLE", "the AWS CLI, boto3 and Requests", false),
          new Named("SSL_CERT_FILE", "Python's HTTPX (Anthropic's SDK), Go and OpenSSL", false),
          new Named("NODE_EXTRA_CA_CERTS", "Node.js", true));

  private static volatile Optional<Made> lastMade = Optional.empty();

  private final List<TrustSource> named;

  private TrustSources(List<TrustSource> named) {
    this.named = List.copyOf(named);
  }

  /// The trust manager for `extra`: every client of a run asks for the same one.
  private record Made(List<X509Certificate> extra, X509ExtendedTrustManager manager) {}

  private record Named(String variable, String readBy, boolean addsTo) {}

  /// The sources of `client`, read once.
  public static TrustSources of(ClientSide client) {
    return new TrustSources(
        VARIABLES.stream()
            .filter(one -> !value(client, one).isEmpty())
            .map(one -> read(one, client.workingDirectory().resolve(value(client, one))))
            .toList());
  }

  /// What the environment names, in the order in which it is looked at.
  public List<TrustSource> named() {
    return named;
  }

  /// What this program trusts: Java's own roots and all that the environment names; none where it
  /// names nothing that can be read, so that Java's own default holds.
  public Optional<X509ExtendedTrustManager> manager() {
    var extra =
        named.stream().flatMap(source -> source.certificates().stream()).distinct().toList();
    if (extra.isEmpty()) {
      return Optional.empty();
    }
    var made =
        lastMade
            .filter(last -> last.extra().equals(extra))
            .orElseGet(() -> new Made(extra, manager(extra, true)));
    lastMade = Optional.of(made);
    return Optional.of(made.manager());
  }

  /// Java's own trust store.
  public static X509ExtendedTrustManager javaOwn() {
    return manager(null);
  }

  /// Trusts what `source` alone makes its clients trust; those that it adds to have Java's roots in
  /// place of their own, which are much the same.
  public static X509ExtendedTrustManager of(TrustSource source) {
    return manager(source.certificates(), source.addsTo());
  }

  private static X509ExtendedTrustManager manager(
      List<X509Certificate> certificates, boolean besidesJavas) {
    var all = new LinkedHashSet<>(certificates);
    if (besidesJavas) {
      all.addAll(Arrays.asList(javaOwn().getAcceptedIssuers()));
    }
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var number = 0;
      for (var certificate : all) {
        store.setCertificateEntry("c" + number++, certificate);
      }
      return manager(store);
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("a store of certificates cannot be made", broken);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("this Java has no trust manager", broken);
    }
  }

  private static String value(ClientSide client, Named named) {
    return client.environment().getOrDefault(named.variable(), "").strip();
  }

  private static TrustSource read(Named named, Path file) {
    var found = CertificateFile.at(file);
    return new TrustSource(
        named.variable(),
        file.toString(),
        found.problem(),
        named.readBy(),
        named.addsTo(),
        found.certificates());
  }
}

package io.outcrop.cloud.trust;

import io.outcrop.cloud.client.ClientSide;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// The sources of trusted certificates of a client side: what its environment and its profile name,
/// and Java's own trust store. Source: AWS SDKs and Tools Reference Guide, "ca_bundle";
/// documentation of Requests, OpenSSL and Node.js on the same variables, read 2026-11.
public final class TrustSources {
  private static final Named OF_AWS = new Named("AWS_CA_BUNDLE", "the AWS CLI and boto3", false);
  private static final List<Named> OTHERS =
      List.of(
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
  ///
  /// @param profileOverride the profile named on the command line; empty if none is
  public static TrustSources of(ClientSide client, String profileOverride) {
    var others =
        OTHERS.stream()
            .map(one -> read(client, one, new Setting(one.variable(), value(client, one), "")));
    return new TrustSources(
        Stream.concat(Stream.of(read(client, OF_AWS, ofAws(client, profileOverride))), others)
            .flatMap(Optional::stream)
            .toList());
  }

  /// The variable, else the profile's setting.
  private static Setting ofAws(ClientSide client, String profileOverride) {
    var inEnvironment = value(client, OF_AWS);
    return inEnvironment.isEmpty()
        ? Settings.ofProfile(client, profileOverride, "ca_bundle")
        : new Setting(OF_AWS.variable(), inEnvironment, "");
  }

  /// What is named, in the order in which it is looked at.
  public List<TrustSource> named() {
    return named;
  }

  /// What this program trusts: Java's own roots and all that is named; none where nothing is named
  /// that can be read, so that Java's own default holds.
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

  private static Optional<TrustSource> read(ClientSide client, Named named, Setting setting) {
    if (!setting.isSet()) {
      return Optional.empty();
    }
    var file = client.workingDirectory().resolve(setting.value().strip());
    var found = CertificateFile.at(file);
    return Optional.of(
        new TrustSource(
            setting.name(),
            setting.place(),
            file.toString(),
            found.problem(),
            named.readBy(),
            named.addsTo(),
            found.certificates()));
  }
}

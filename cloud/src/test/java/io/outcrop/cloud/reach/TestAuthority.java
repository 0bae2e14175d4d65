package io.outcrop.cloud.reach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority in a folder, made by the JDK's own `keytool`.
final class TestAuthority {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Map<String, SSLContext> made = new HashMap<>();

  TestAuthority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool(
        "-genkeypair",
        "-alias",
        "root",
        "-keystore",
        store("root"),
        "-dname",
        "CN=Example Corp Inspection, O=Example Corp",
        "-ext",
        "bc:c",
        "-validity",
        "3650");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "root",
        "-keystore",
        store("root"),
        "-file",
        certificate().toString());
  }

  /// The authority's own certificate, PEM.
  Path certificate() {
    return folder.resolve("root.pem");
  }

  /// What a server needs that shows a certificate for `names`: `dns:example.com,ip:127.0.0.1`.
  SSLContext server(String names, String start, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    var known = made.get(names + start);
    if (known != null) {
      return known;
    }
    var file = folder.resolve("server-" + Integer.toHexString((names + start).hashCode()) + ".p12");
    var request = folder.resolve("request.csr").toString();
    var signed = folder.resolve("signed.pem").toString();
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-keystore",
        file.toString(),
        "-dname",
        "CN=server.example.com");
    keytool("-certreq", "-alias", "server", "-keystore", file.toString(), "-file", request);
    keytool(
        "-gencert",
        "-alias",
        "root",
        "-keystore",
        store("root"),
        "-infile",
        request,
        "-outfile",
        signed,
        "-rfc",
        "-ext",
        "san=" + names,
        "-startdate",
        start,
        "-validity",
        Integer.toString(days));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "root",
        "-keystore",
        file.toString(),
        "-file",
        certificate().toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "server",
        "-keystore",
        file.toString(),
        "-file",
        signed);
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    made.put(names + start, context);
    return context;
  }

  private String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-Xshare:auto", "-J-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC"));
    }
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}

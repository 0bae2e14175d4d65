package io.outcrop.sandbox.live;

import io.outcrop.aws.Secret;
import io.outcrop.sandbox.realm.Identity;
import io.outcrop.sandbox.realm.Realm;
import io.outcrop.sandbox.realm.Session;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The side that calls, as real files and variables, with the secrets of this world in the places
/// that its document left for them.
public final class ClientFiles {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(?:(secret|token):([^}]*)|home)}");

  private final Realm realm;
  private final Map<String, Secret> secrets = new HashMap<>();

  /// The client side of `realm`, whose keys have their secrets.
  public ClientFiles(Realm realm) {
    this.realm = realm;
    var portal = realm.identityCenter().portal();
    portal.clients().forEach((id, client) -> secrets.put("secret:" + id, client.secret()));
    portal
        .logins()
        .forEach((name, login) -> {
          secrets.put("token:" + name, login.token());
          secrets.put("secret:" + name, login.secret());
        });
    for (var account : realm.accounts().values()) {
      account.root().keys().forEach((id, key) -> secrets.put("secret:" + id, key.secret()));
      account.root().sessions().forEach(this::add);
      for (var identity : account.identities().values()) {
        switch (identity) {
          case Identity.User user -> {
            user.keys().forEach((id, key) -> secrets.put("secret:" + id, key.secret()));
            user.credentials()
                .forEach((id, credential) -> secrets.put("secret:" + id, credential.secret()));
            user.signIn().sessions().forEach(this::add);
          }
          case Identity.Role role -> role.sessions().forEach(this::add);
          case Identity.Group _ -> {}
        }
      }
    }
  }

  private void add(String id, Session session) {
    secrets.put("secret:" + id, session.secret());
    secrets.put("token:" + id, session.token());
  }

  /// Writes home folder and working directory under `folder`.
  void write(Path folder) {
    write(folder, folder);
  }

  /// The same for a world that is made in one folder and lives in another.
  ///
  /// @param lives the folder by which the files name their home
  void write(Path folder, Path lives) {
    var client = realm.client();
    var home = home(folder);
    var named = home(lives);
    var work = workingDirectory(folder);
    PrivateFiles.folder(home);
    PrivateFiles.folder(work);
    client
        .files()
        .forEach((name, text) -> {
          var file = home.resolve(name);
          var parent = file.getParent();
          if (parent != null) {
            PrivateFiles.folder(parent);
          }
          PrivateFiles.replace(file, resolve(text, named));
        });
    if (!client.env().isEmpty()) {
      PrivateFiles.replace(work.resolve(".env"), resolve(client.env(), named));
    }
  }

  /// The environment of who lives in `folder`, secrets among it.
  public Map<String, String> environment(Path folder) {
    var environment = new LinkedHashMap<String, String>();
    realm
        .client()
        .environment()
        .forEach((name, text) -> environment.put(name, resolve(text, home(folder))));
    return environment;
  }

  /// Where the home folder is.
  public static Path home(Path folder) {
    return folder.resolve("client").resolve("home");
  }

  /// Where the working directory is.
  public static Path workingDirectory(Path folder) {
    return folder.resolve("client").resolve("work");
  }

  private String resolve(String text, Path home) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> {
          if (found.group(1) == null) {
            return Matcher.quoteReplacement(home.toAbsolutePath().toString());
          }
          var secret = secrets.get(found.group(1) + ":" + found.group(2));
          return Matcher.quoteReplacement(secret == null ? "" : secret.reveal());
        });
  }
}

package io.outcrop.access.evidence;

import io.outcrop.aws.AccessKeyId;
import io.outcrop.cloud.client.Setting;
import io.outcrop.cloud.client.UserClient;
import io.outcrop.cloud.credentials.SourceTried;
import io.outcrop.cloud.inspection.Hint;
import io.outcrop.cloud.key.KeyFlaw;
import java.util.List;
import java.util.Map;

/// What stands on the client side; no secret is in it.
///
/// @param tried every credential source, in order
/// @param winner the name of the source that is used; empty if none is
/// @param key the access key that signs, as far as it is known
/// @param missingProfile the profile that is named and does not exist; empty if there is none such
/// @param usableProfiles profiles that have credentials of their own, the administrator's left out
/// @param envLines the lines of `.env` that set what a cure may set, by the variable's name
/// @param hints what explains failures without being one
/// @param userClient by whose order all of this is judged
/// @param regions every variable that sets a region, whoever reads it
public record Sources(
    List<SourceTried> tried,
    String winner,
    Key key,
    String missingProfile,
    List<String> usableProfiles,
    Map<String, String> envLines,
    List<Hint> hints,
    UserClient userClient,
    List<Setting> regions) {
  public Sources {
    regions = List.copyOf(regions);
    tried = List.copyOf(tried);
    usableProfiles = List.copyOf(usableProfiles);
    envLines = Map.copyOf(envLines);
    hints = List.copyOf(hints);
  }

  /// One judged by no client's order in particular.
  public Sources(
      List<SourceTried> tried,
      String winner,
      Key key,
      String missingProfile,
      List<String> usableProfiles,
      Map<String, String> envLines,
      List<Hint> hints) {
    this(
        tried,
        winner,
        key,
        missingProfile,
        usableProfiles,
        envLines,
        hints,
        UserClient.any(),
        List.of());
  }

  /// The access key that signs.
  ///
  /// @param id its id, whole; empty if there is none or the source has to be asked for it
  /// @param hasSessionToken whether a session token comes with it
  /// @param flaws what its characters say against it
  public record Key(String id, boolean hasSessionToken, List<KeyFlaw> flaws) {
    /// No key is known.
    public static final Key UNKNOWN = new Key("", false);

    public Key {
      flaws = List.copyOf(flaws);
    }

    /// One against which nothing is said.
    public Key(String id, boolean hasSessionToken) {
      this(id, hasSessionToken, List.of());
    }

    @Override
    public String toString() {
      return id.isEmpty() ? "no key" : new AccessKeyId(id).masked();
    }
  }

  /// Whether some source gives credentials.
  public boolean found() {
    return !winner.isEmpty();
  }
}

package io.outcrop.cloud.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The AWS client that the user's own program is built on: where it looks, in which order, and in
/// what its habits differ from the others'. Data, each with its source.
///
/// @param id as `--client` names it: `boto3`, `cli`, `js`, `java`; `any` if nothing was said
/// @param name for a person
/// @param regionVariables the variables that say the region, best first; a profile comes after them
/// @param chain where it looks for credentials, in order
/// @param forms the forms of a profile that it understands, in the order in which they count
/// @param habits in what it differs
/// @param source the pages that say so
public record UserClient(
    String id,
    String name,
    List<String> regionVariables,
    List<Step> chain,
    List<Form> forms,
    Set<Habit> habits,
    String source) {
  public UserClient {
    regionVariables = List.copyOf(regionVariables);
    chain = List.copyOf(chain);
    forms = List.copyOf(forms);
    habits = Set.copyOf(habits);
  }

  /// One place of the search for credentials.
  public enum Step {
    BEDROCK_API_KEY,
    ENVIRONMENT,
    ENV_FILE,
    /// The profile, if it assumes a role by other credentials.
    PROFILE_ROLE,
    WEB_IDENTITY,
    PROFILE,
    CONTAINER,
    INSTANCE
  }

  /// One way in which a profile says how to get credentials.
  public enum Form {
    WEB_IDENTITY,
    SSO,
    /// A role, assumed by other credentials.
    ROLE,
    /// A session of `aws login`.
    LOGIN,
    PROCESS,
    /// Keys in either file.
    KEYS,
    CREDENTIALS_FILE_KEYS,
    CONFIG_FILE_KEYS
  }

  /// In what clients differ.
  public enum Habit {
    /// `AWS_PROFILE` makes it pass over the environment's keys.
    NAMED_PROFILE_SKIPS_ENVIRONMENT,
    /// Half a key, or a profile that contradicts itself, ends the search with an error.
    BROKEN_SOURCE_ENDS_SEARCH,
    /// A profile that `AWS_PROFILE` names and that is missing is an error, whatever else there is.
    MISSING_PROFILE_ENDS_SEARCH,
    /// It cuts white space off the ends of keys in variables.
    CUTS_SPACE,
    /// Of sections that stand twice it makes one; others refuse the whole file.
    MERGES_SECTIONS,
    /// It refuses a file with a byte order mark, a broken heading or a line that is no property.
    REFUSES_ODD_FILES,
    /// `value # words` is `value`; for others the words are part of the value.
    CUTS_COMMENTS,
    /// Indented settings count like others.
    READS_INDENTED,
    /// A profile whose name has white space does not count.
    WANTS_PLAIN_NAMES,
    /// `sso_session` alone is no sign-in that gives credentials.
    SSO_NEEDS_ROLE_OR_ACCOUNT,
    /// `role_arn` without a source is an error; others pass over it.
    ROLE_NEEDS_SOURCE,
    /// A `source_profile` with keys gives its keys, even if it has a role too.
    SOURCE_PREFERS_KEYS,
    /// A role whose `source_profile` is its own profile is a circle.
    REFUSES_ITSELF_AS_SOURCE,
    /// `AWS_SECURITY_TOKEN` counts, before `AWS_SESSION_TOKEN`.
    OLD_TOKEN_VARIABLE
  }

  /// The name of the pack of all clients beside the jar.
  public static final String PACK = UserClients.PACK;

  /// All clients as a pack.
  public static byte[] pack() {
    return UserClients.pack();
  }

  /// Nobody said which client it is.
  public static UserClient any() {
    return UserClients.shipped().any();
  }

  /// The client that `--client` names so.
  public static Optional<UserClient> named(String id) {
    return UserClients.shipped().find(id);
  }

  /// What `--client` may name.
  public static List<String> names() {
    return UserClients.shipped().names();
  }

  /// Whether it has this habit.
  public boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /// Whether somebody said which client it is.
  public boolean isSaid() {
    return !id.equals("any");
  }

  /// The form that counts in `profile`, if it has one.
  ///
  /// @param asSource whether another profile names it as its `source_profile`
  public Optional<Form> form(AwsProfile profile, boolean asSource) {
    var keysFirst = asSource && has(Habit.SOURCE_PREFERS_KEYS) && profile.hasKeys();
    return forms.stream()
        .filter(form -> !(keysFirst && form == Form.ROLE))
        .filter(form -> has(profile, form))
        .findFirst();
  }

  private boolean has(AwsProfile profile, Form form) {
    return switch (form) {
      case WEB_IDENTITY -> profile.has("role_arn") && profile.has("web_identity_token_file");
      case SSO -> hasSso(profile);
      case ROLE -> hasRole(profile);
      case LOGIN -> profile.has("login_session");
      case PROCESS -> profile.has("credential_process");
      case KEYS ->
          profile.has("aws_access_key_id")
              || profile.has("aws_secret_access_key")
              || profile.has("aws_session_token");
      case CREDENTIALS_FILE_KEYS -> profile.isOfCredentialsFile("aws_access_key_id");
      case CONFIG_FILE_KEYS -> profile.has("aws_access_key_id");
    };
  }

  private boolean hasSso(AwsProfile profile) {
    return profile.has("sso_account_id")
        || profile.has("sso_role_name")
        || (!has(Habit.SSO_NEEDS_ROLE_OR_ACCOUNT)
            && (profile.has("sso_session")
                || profile.has("sso_start_url")
                || profile.has("sso_region")));
  }

  private boolean hasRole(AwsProfile profile) {
    return profile.has("role_arn")
        && !profile.has("web_identity_token_file")
        && (has(Habit.ROLE_NEEDS_SOURCE)
            || profile.has("source_profile")
            || profile.has("credential_source"));
  }

  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String id) {
    return List.of(type.getEnumConstants()).stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(id))
        .findFirst();
  }
}

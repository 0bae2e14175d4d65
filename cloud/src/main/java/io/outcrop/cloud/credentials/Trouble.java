package io.outcrop.cloud.credentials;

/// Why a source that is there gives nothing.
public enum Trouble {
  /// Nothing is wrong with it, or it is not there.
  NONE,
  /// A secret stands without its id.
  ID_MISSING,
  /// An id stands without its secret.
  SECRET_MISSING,
  /// The profile is not there, by that name.
  PROFILE_MISSING,
  /// The heading of its section names it in the other file's manner.
  HEADING_WRONG,
  /// The user's client refuses the file.
  FILE_REFUSED,
  /// A profile with a role and nothing by which to assume it.
  ROLE_SOURCE_MISSING,
  /// The profile contradicts itself, or lacks a part.
  PROFILE_CONTRADICTS,
  /// Nobody has signed in to IAM Identity Center here, or to another.
  SSO_MISSING,
  /// The sign-in to IAM Identity Center is over.
  SSO_ENDED,
  /// The session of `aws login` is missing or over.
  LOGIN_ENDED,
  /// The program of `credential_process` is not there, or is no program.
  PROCESS_MISSING,
  /// A second factor's code is wanted, and nobody can be asked.
  MFA_WANTED,
  /// The web identity token is not there.
  TOKEN_MISSING,
  /// A web identity token without the role that it is for.
  ROLE_MISSING,
  /// The web identity token is too old.
  TOKEN_ENDED,
  /// The container's credentials cannot be asked for: a wrong address, no token.
  CONTAINER_UNUSABLE,
  /// Nobody answers where the environment says that the instance's metadata are.
  INSTANCE_SILENT,
  /// The `.env` file is ignored.
  ENV_FILE_IGNORED,
  /// A sandbox's world does not have it.
  NOT_IN_A_WORLD
}

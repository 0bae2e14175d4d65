package io.outcrop.grants.form;

import java.util.Locale;
import java.util.Optional;

/// A form in which policies are handed over.
public enum Form {
  /// The documents themselves.
  JSON,
  /// Commands of the AWS CLI for a POSIX shell.
  SH,
  /// Commands of the AWS CLI for PowerShell 5.1 and newer.
  POWERSHELL,
  /// A CloudFormation template.
  CLOUDFORMATION,
  /// Lines for a function in a SAM template.
  SAM,
  /// A Terraform configuration.
  TERRAFORM;

  /// Its name on a command line: `cloudformation`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The form that `word` names.
  public static Optional<Form> of(String word) {
    for (var form : values()) {
      if (form.word().equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}

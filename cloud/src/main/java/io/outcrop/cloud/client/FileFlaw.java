package io.outcrop.cloud.client;

/// Something odd in an AWS file, which some clients read in another way than others or not at all.
///
/// @param kind what it is
/// @param place where, for a person: `~/.aws/config:12`
/// @param text in words; never holds a part of a value
public record FileFlaw(Kind kind, String place, String text) {
  /// What can be odd.
  public enum Kind {
    /// The file is there and cannot be read.
    UNREADABLE,
    /// It begins with a byte order mark.
    BYTE_ORDER_MARK,
    /// A `[` without its `]`.
    HEADING_OPEN,
    /// A line that is neither a heading nor a property.
    NO_PROPERTY,
    /// A property before the first heading.
    OUTSIDE,
    /// A property that is indented below another's value.
    INDENTED,
    /// A section that stands twice.
    SECTION_TWICE,
    /// A property that stands twice in one section.
    PROPERTY_TWICE,
    /// A comment on the line of a value.
    COMMENT_BEHIND_VALUE,
    /// `[name]` in the configuration file, where only `[profile name]` counts.
    WORD_PROFILE_MISSING,
    /// `[profile name]` in the credentials file, where only `[name]` counts.
    WORD_PROFILE_TOO_MUCH,
    /// Others may read the keys in it.
    READ_BY_OTHERS
  }

  static FileFlaw of(IniText.Flaw flaw, String file) {
    return new FileFlaw(flaw.kind(), file + ":" + flaw.line(), words(flaw));
  }

  private static String words(IniText.Flaw flaw) {
    var property = flaw.what().isEmpty() ? "a property" : "`" + flaw.what() + "`";
    return switch (flaw.kind()) {
      case BYTE_ORDER_MARK ->
          "the file begins with a byte order mark: boto3 and the Java SDK refuse all of it";
      case HEADING_OPEN -> "a heading has no `]`: the SDKs refuse the file";
      case NO_PROPERTY ->
          "the line is no heading and has no `=`: boto3 and the Java SDK refuse the whole file";
      case OUTSIDE -> property + " stands before the first heading: the SDKs refuse the file";
      case INDENTED ->
          property
              + " is indented, so it belongs to the value above it and is not read as a setting";
      case SECTION_TWICE ->
          "`[%s]` stands twice: the Java and JavaScript SDKs make one section of both, boto3 and the"
                  .formatted(flaw.what())
              + " AWS CLI refuse the whole file";
      case PROPERTY_TWICE ->
          property
              + " stands twice in its section: the Java and JavaScript SDKs use the last, boto3 and"
              + " the AWS CLI refuse the whole file";
      case COMMENT_BEHIND_VALUE ->
          "a comment stands behind the value of "
              + property
              + ": for boto3 and the AWS CLI it is part of the value";
      case UNREADABLE, WORD_PROFILE_MISSING, WORD_PROFILE_TOO_MUCH, READ_BY_OTHERS -> flaw.what();
    };
  }
}

package io.outcrop.access.paid;

/// What the first answered call to a model starts in the account. Source: Amazon Bedrock User
/// Guide, "Access Amazon Bedrock foundation models", read 2026-10: AWS subscribes the account to
/// the model's Marketplace product when it is called for the first time.
public sealed interface FirstUse {
  /// Nothing.
  record Nothing(String why) implements FirstUse {}

  /// A subscription that AWS makes in the caller's name.
  ///
  /// @param productId the Marketplace product; empty if it is not known
  /// @param certain whether it is known that there is none yet
  /// @param why what was seen of the account's agreement
  /// @param permission whether the caller's policies allow it
  /// @param permissionWhy in words
  record Subscription(
      String productId, boolean certain, String why, Permission permission, String permissionWhy)
      implements FirstUse {}

  /// Whether policies allow what a first call starts.
  enum Permission {
    /// It will be started.
    ALLOWED("allowed"),
    /// AWS will refuse the call instead.
    DENIED("denied"),
    /// It could not be found out.
    UNKNOWN("unknown");

    private final String id;

    Permission(String id) {
      this.id = id;
    }

    /// The word in JSON.
    public String id() {
      return id;
    }
  }
}

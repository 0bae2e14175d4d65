package io.outcrop.sandbox.rules;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the first bytes of an image say of it. Sources: the formats' own specifications.
///
/// @param type `image/png`
/// @param width in pixels; 0 if it cannot be seen
/// @param height in pixels; 0 if it cannot be seen
record ImageHead(String type, int width, int height) {
  private static final int JPEG_SIZES_FROM = 0xC0;
  private static final int JPEG_SIZES_TO = 0xCF;

  /// Reads them; nothing if this is no image of a kind that models take.
  static Optional<ImageHead> read(byte[] bytes) {
    if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(new ImageHead("image/png", big(bytes, 16, 4), big(bytes, 20, 4)));
    }
    if (begins(bytes, 0, "GIF8")) {
      return Optional.of(new ImageHead("image/gif", little(bytes, 6, 2), little(bytes, 8, 2)));
    }
    if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(jpeg(bytes));
    }
    return begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")
        ? Optional.of(webp(bytes))
        : Optional.empty();
  }

  private static ImageHead jpeg(byte[] bytes) {
    var at = 2;
    while (at + 9 < bytes.length) {
      var marker = bytes[at + 1] & 0xFF;
      var hasSize =
          marker >= JPEG_SIZES_FROM
              && marker <= JPEG_SIZES_TO
              && marker != 0xC4
              && marker != 0xC8
              && marker != 0xCC;
      if (hasSize) {
        return new ImageHead("image/jpeg", big(bytes, at + 7, 2), big(bytes, at + 5, 2));
      }
      at += 2 + Math.max(big(bytes, at + 2, 2), 2);
    }
    return new ImageHead("image/jpeg", 0, 0);
  }

  private static ImageHead webp(byte[] bytes) {
    if (begins(bytes, 12, "VP8X")) {
      return new ImageHead("image/webp", 1 + little(bytes, 24, 3), 1 + little(bytes, 27, 3));
    }
    if (begins(bytes, 12, "VP8L")) {
      var bits = little(bytes, 21, 4);
      return new ImageHead("image/webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
    }
    return new ImageHead(
        "image/webp", little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF);
  }

  private static boolean begins(byte[] bytes, int at, String magic) {
    var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (var i = 0; i < wanted.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int big(byte[] bytes, int at, int length) {
    var value = 0;
    for (var i = at; i < at + length; i++) {
      value = value << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
    }
    return value;
  }

  private static int little(byte[] bytes, int at, int length) {
    var value = 0;
    for (var i = at + length - 1; i >= at; i--) {
      value = value << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
    }
    return value;
  }
}

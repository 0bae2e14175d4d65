package io.outcrop.report.lint;

import java.net.URI;
import java.net.URISyntaxException;

/// A file as a URI: one that was named from the working directory stays so.
final class FileUri {
  private FileUri() {}

  static String of(String file) {
    var path = file.replace('\\', '/').replaceFirst("^(\\./)+", "");
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toString()
          : new URI(null, null, path, null).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("`" + file + "` is no path", impossible);
    }
  }
}

package io.outcrop.causes.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads for which service of AWS a client was made, by the names that SDKs give their clients in
/// stack traces, in the names of errors and where the client is made:
///
/// ```
/// at com.amazonaws.services.cognitoidp.AWSCognitoIdentityProviderClient.invoke(…)
/// Aws::CloudWatchLogs::Errors::UnrecognizedClientException
/// boto3.client('comprehend')
/// ```
final class ClientNameReader {
  private static final List<Client> CLIENTS =
      List.of(
          new Client(
              "amazonaws.services.", "amazonaws\\.services\\.(?<service>[a-z0-9]{2,40}+)\\."),
          new Client("awssdk.services.", "awssdk\\.services\\.(?<service>[a-z0-9]{2,40}+)\\."),
          new Client("aws-sdk/client-", "aws-sdk/client-(?<service>[a-z0-9-]{2,40}+)"),
          new Client("aws-sdk-go", "aws-sdk-go(?:-v2)?/service/(?<service>[a-z0-9]{2,40}+)"),
          new Client("aws_sdk_", "\\baws_sdk_(?<service>[a-z0-9]{2,40}+)::"),
          new Client("Aws::", "\\bAws::(?<service>[A-Z][A-Za-z0-9]{1,40}+)::(?:Errors|Client)\\b"),
          new Client(
              "Amazon.",
              "\\bAmazon\\.(?<service>[A-Z][A-Za-z0-9]{1,40}+)\\.(?:Internal\\b|Model\\b|Amazon)"),
          new Client(".client(", "\\.client\\(\\s?['\"](?<service>[a-z0-9-]{2,40}+)['\"]"),
          new Client("known service: ", "nknown\\sservice:\\s'(?<service>[a-z0-9-]{2,40}+)'"),
          new Client(
              ".amazonaws.com/doc/",
              "https?://(?<service>[a-z0-9-]{2,40}+)\\.amazonaws\\.com/doc/"));

  /// What stands where a service would, and is a part of the SDK.
  private static final Set<String> PARTS =
      Set.of("runtime", "util", "auth", "core", "internal", "credentials", "types", "config");

  private static final int MOST = 20;

  private ClientNameReader() {}

  /// A way to name a client, and what each such name holds: that is looked for first.
  private record Client(String holds, Pattern pattern) {
    Client(String holds, String pattern) {
      this(holds, Pattern.compile(pattern));
    }
  }

  static List<Signal> read(Page page) {
    var signals = new ArrayList<Signal>();
    for (var client : CLIENTS) {
      if (page.text().contains(client.holds())) {
        var matcher = client.pattern().matcher(page.text());
        while (signals.size() < MOST && matcher.find()) {
          var service = matcher.group("service").toLowerCase(Locale.ROOT);
          if (!PARTS.contains(service)) {
            signals.add(
                page.signal("service", service, matcher.start("service"), matcher.end("service")));
          }
        }
      }
    }
    return signals;
  }
}

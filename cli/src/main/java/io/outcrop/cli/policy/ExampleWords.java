package io.outcrop.cli.policy;

import io.outcrop.cli.view.NextCommand;
import io.outcrop.iam.reference.ServiceReference;
import io.outcrop.iam.request.AuthorizationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A request as the words of a command line.
final class ExampleWords {
  private ExampleWords() {}

  static List<String> of(AuthorizationRequest request) {
    var words = new ArrayList<String>();
    words.add("--principal " + NextCommand.quoted(request.principal().words()));
    words.add("--action " + NextCommand.quoted(request.action()));
    words.add("--resource " + NextCommand.quoted(request.resource()));
    for (var key : new TreeSet<>(request.context().keys())) {
      request
          .context()
          .get(key)
          .ifPresent(value -> {
            var texts = String.join(",", value.texts()) + (value.multivalued() ? "," : "");
            words.add("--context " + NextCommand.quoted(value.name() + "=" + texts));
          });
    }
    if (ServiceReference.shipped().action(request.action()).isEmpty()) {
      words.add("--allow-unknown-actions");
    }
    return List.copyOf(words);
  }
}

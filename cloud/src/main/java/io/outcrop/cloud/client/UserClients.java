package io.outcrop.cloud.client;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The clients that come with this program: `user-clients.json`.
record UserClients(List<UserClient> clients) {
  private static final String FILE = "user-clients.json";

  /// Read when it is first asked for.
  private static final class Shipped {
    static final UserClients CLIENTS = read();
  }

  static UserClients shipped() {
    return Shipped.CLIENTS;
  }

  UserClient any() {
    return clients.stream().filter(one -> !one.isSaid()).findFirst().orElseThrow();
  }

  Optional<UserClient> find(String id) {
    return clients.stream().filter(one -> one.isSaid() && one.id().equals(id)).findFirst();
  }

  List<String> names() {
    return clients.stream().filter(UserClient::isSaid).map(UserClient::id).sorted().toList();
  }

  private static UserClients read() {
    var problems = new ArrayList<Problem>();
    var clients = clients(problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("`" + FILE + "` is not as it should be: " + problems);
    }
    return new UserClients(clients);
  }

  private static List<UserClient> clients(List<Problem> problems) {
    return switch (JsonReader.read(text())) {
      case JsonReading.Malformed(String message, var position) ->
          throw new IllegalStateException("`" + FILE + "`: " + position + ": " + message);
      case JsonReading.Read(var value) -> {
        var fields = new Fields(value, "", problems);
        fields.whole("formatVersion", 1);
        fields.text("about");
        fields.text("asOf");
        var clients = fields.objects("clients", UserClients::client);
        fields.finish();
        yield clients;
      }
    };
  }

  private static UserClient client(Fields fields) {
    return new UserClient(
        fields.text("id"),
        fields.text("name"),
        fields.texts("regionVariables"),
        constants(fields, "chain", UserClient.Step.class),
        constants(fields, "forms", UserClient.Form.class),
        Set.copyOf(constants(fields, "habits", UserClient.Habit.class)),
        fields.text("source"));
  }

  private static <E extends Enum<E>> List<E> constants(
      Fields fields, String member, Class<E> type) {
    var found = new ArrayList<E>();
    for (var id : fields.texts(member)) {
      UserClient.constant(type, id)
          .ifPresentOrElse(
              found::add, () -> fields.problem(member, "`" + id + "` is not known here"));
    }
    return found;
  }

  private static String text() {
    try (var in = UserClients.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}

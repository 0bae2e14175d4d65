package io.outcrop.cloud.client;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import io.outcrop.json.pack.PackFile;
import io.outcrop.json.pack.Packer;
import io.outcrop.json.pack.Unpacker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The clients that come with this program: `user-clients.json`, or a pack of it beside the jar,
/// which is read in a tenth of the time.
record UserClients(List<UserClient> clients) {
  static final String PACK = "outcrop-clients.pack";
  private static final String FILE = "user-clients.json";

  /// Read when it is first asked for.
  private static final class Shipped {
    static final UserClients CLIENTS =
        PackFile.beside(UserClients.class, PACK)
            .map(Unpacker::new)
            .map(UserClients::of)
            .orElseGet(UserClients::read);
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

  static UserClients of(Unpacker pack) {
    return new UserClients(pack.list(UserClients::client));
  }

  static byte[] pack() {
    var packer = new Packer();
    packer.list(read().clients(), UserClients::client);
    return packer.bytes();
  }

  private static void client(Packer pack, UserClient client) {
    pack.text(client.id());
    pack.text(client.name());
    pack.texts(client.regionVariables());
    pack.list(client.chain(), (to, step) -> to.text(step.name()));
    pack.list(client.forms(), (to, form) -> to.text(form.name()));
    pack.list(client.habits(), (to, habit) -> to.text(habit.name()));
    pack.text(client.source());
  }

  private static UserClient client(Unpacker pack) {
    return new UserClient(
        pack.text(),
        pack.text(),
        pack.texts(),
        pack.list(one -> UserClient.Step.valueOf(one.text())),
        pack.list(one -> UserClient.Form.valueOf(one.text())),
        Set.copyOf(pack.list(one -> UserClient.Habit.valueOf(one.text()))),
        pack.text());
  }

  static UserClients read() {
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

package io.outcrop.access.prediction;

import io.outcrop.json.Fields;
import io.outcrop.json.JsonReader;
import io.outcrop.json.JsonReading;
import io.outcrop.json.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// In which order AWS checks a call: data, each place with its source.
public final class RefusalOrder {
  private static final String FILE = "order-of-refusals.json";

  private final List<Gate> gates;
  private final Set<Gate> settled;

  private RefusalOrder(List<Place> places) {
    this.gates = places.stream().map(Place::gate).toList();
    this.settled = EnumSet.noneOf(Gate.class);
    places.stream().filter(Place::settled).map(Place::gate).forEach(settled::add);
  }

  private record Place(Gate gate, boolean settled) {}

  /// The order that comes with this program.
  public static RefusalOrder shipped() {
    var problems = new ArrayList<Problem>();
    var order = new RefusalOrder(read(problems));
    if (!problems.isEmpty() || !order.isComplete()) {
      throw new IllegalStateException("`" + FILE + "` is not as it should be: " + problems);
    }
    return order;
  }

  private boolean isComplete() {
    return gates.size() == Gate.values().length
        && EnumSet.copyOf(gates).size() == Gate.values().length;
  }

  private static List<Place> read(List<Problem> problems) {
    return switch (JsonReader.read(text())) {
      case JsonReading.Malformed(String message, var position) ->
          throw new IllegalStateException("`" + FILE + "`: " + position + ": " + message);
      case JsonReading.Read(var value) -> {
        var fields = new Fields(value, "", problems);
        fields.whole("formatVersion", 1);
        fields.text("about");
        fields.text("asOf");
        var places = fields.objects("gates", RefusalOrder::place);
        fields.finish();
        yield places;
      }
    };
  }

  private static Place place(Fields fields) {
    fields.text("source");
    var id = fields.text("id");
    var gate = Arrays.stream(Gate.values()).filter(one -> one.id().equals(id)).findFirst();
    if (gate.isEmpty()) {
      fields.problem("id", "no gate is named `" + id + "`");
    }
    return new Place(gate.orElse(Gate.BODY), fields.flag("settled", false));
  }

  private static String text() {
    try (var in = RefusalOrder.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("`" + FILE + "` is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /// Every gate, in order.
  public List<Gate> gates() {
    return gates;
  }

  /// Whether a source says that the gate stands where it does.
  public boolean isSettled(Gate gate) {
    return settled.contains(gate);
  }

  /// How far down a gate stands, from 0.
  public int place(Gate gate) {
    return gates.indexOf(gate);
  }
}

package io.outcrop.access.composed;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One thing that is wrong: where it can be, what it does to an account, and how the doctor may
/// name it. Leaving it out mends it. Two of one group are never in one account, since AWS would say
/// the same to both.
record Fault(Kind kind, BiConsumer<Draft, Dice> does) {
  /// @param name by which chance is thrown for it
  record Kind(String name, String group, Set<String> causes, Predicate<Draft> fits) {
    Kind where(Predicate<Draft> other) {
      return new Kind(name, group, causes, other);
    }

    Fault by(Consumer<Draft> does) {
      return by((draft, _) -> does.accept(draft));
    }

    Fault by(BiConsumer<Draft, Dice> does) {
      return new Fault(this, does);
    }
  }

  /// One that any account can have.
  static Kind named(String name, String group, String... causes) {
    return new Kind(name, group, Set.of(causes), _ -> true);
  }

  /// All of them. A seed chooses by place: one more in between, and it stands for other accounts.
  static List<Fault> all() {
    return Stream.of(
            IdentityFaults.ALL, PerimeterFaults.ALL, ModelAccessFaults.ALL, ClientFaults.ALL)
        .flatMap(List::stream)
        .toList();
  }

  String group() {
    return kind.group();
  }

  Set<String> causes() {
    return kind.causes();
  }

  /// Whether a healthy account can have it.
  boolean fits(Draft draft) {
    return kind.fits().test(draft);
  }

  /// Whether the doctor may say this of it, first or later. An account that AWS holds back is also
  /// entitled to nothing, be the model open to all or not.
  boolean isSaidAs(String slug) {
    return causes().contains(slug)
        || (group().equals("block") && ModelAccessFaults.NOT_GRANTED.causes().contains(slug));
  }

  void inject(Draft draft, long seed) {
    does.accept(draft, new Dice(seed ^ (0x9E3779B97F4A7C15L * kind.name().hashCode())));
  }

  @Override
  public String toString() {
    return kind.name();
  }
}

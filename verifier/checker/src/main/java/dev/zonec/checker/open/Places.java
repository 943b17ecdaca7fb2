package dev.zonec.checker.open;

import dev.zonec.checker.mention.Mentions;
import dev.zonec.checker.solver.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Divides ends by their places.
 *
 * @param mentions the named namespaces
 */
record Places(Mentions mentions) {
  /** An end with more places is not divided if another division is already small. */
  private static final int FEW = 8;

  /** Returns all places of an end; together they have all ends. */
  private List<Place> all() {
    List<Place> places = new ArrayList<>();
    places.add(new Place.Outside());
    mentions.namespaces().forEach(namespace -> places.add(new Place.In(namespace.name())));
    if (mentions.others()) {
      places.add(new Place.Elsewhere());
    }
    return places;
  }

  /** Returns {@code end} at each place that can have ends of which {@code is} is true. */
  List<End> of(End end, Function<End, Statement> is) {
    return all().stream().map(end::at).filter(part -> !is.apply(part).isFalse()).toList();
  }

  /** Returns the same, but the undivided end if there are many places. */
  List<End> few(End end, Function<End, Statement> is) {
    List<End> parts = of(end, is);
    return parts.size() <= FEW ? parts : List.of(end);
  }
}

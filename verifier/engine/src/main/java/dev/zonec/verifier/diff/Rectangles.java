package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.exposure.PortElements;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.ConnectionBox;
import dev.zonec.verifier.reach.ConnectionBoxes;
import dev.zonec.verifier.reach.PortBox;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Divides a union of connection boxes into disjoint rectangles, as few and as large as it can.
 *
 * <p>The union is first divided by pair of cells. Within a pair, the ports are divided into ranges
 * that all boxes contain or lack as a whole ({@link PortElements}). For each range, the boxes
 * become disjoint by subtraction, and pieces that differ only in their sources or only in their
 * destinations are joined; if they make up the whole pair of cells, they become one rectangle.
 * Ranges with equal rectangles are joined again. Invariant: the union of the rectangles is the
 * union of the boxes.
 *
 * @param space the space of the boxes
 * @param cells disjoint cells that contain every end
 */
record Rectangles(BoxSpace space, List<Cell> cells) {
  private ConnectionBoxes sets() {
    return new ConnectionBoxes(space);
  }

  /** Returns the rectangles of {@code boxes}, whose {@code self} are the sources. */
  List<Rectangle> of(List<ConnectionBox> boxes) {
    Map<CellPair, List<ConnectionBox>> byPair = new LinkedHashMap<>();
    for (Cell from : cells) {
      for (ConnectionBox box : boxes) {
        for (Box source : space.and(from.boxes(), List.of(box.self()))) {
          for (Cell to : cells) {
            for (Box destination : space.and(to.boxes(), List.of(box.other()))) {
              part(box, source, destination)
                  .ifPresent(
                      part ->
                          byPair
                              .computeIfAbsent(new CellPair(from, to), p -> new ArrayList<>())
                              .add(part));
            }
          }
        }
      }
    }
    List<Rectangle> out = new ArrayList<>();
    for (Cell from : cells) {
      for (Cell to : cells) {
        List<ConnectionBox> parts = byPair.getOrDefault(new CellPair(from, to), List.of());
        if (!parts.isEmpty()) {
          out.addAll(rectangles(from, to, parts));
        }
      }
    }
    return out;
  }

  private record CellPair(Cell from, Cell to) {}

  private Optional<ConnectionBox> part(ConnectionBox box, Box source, Box destination) {
    ConnectionBox part = new ConnectionBox(source, destination, box.ports(), box.families());
    return sets()
        .and(part, part)
        .flatMap(
            possible -> {
              Set<Family> families = EnumSet.copyOf(possible.families());
              families.removeIf(family -> !space.vocabulary().podsHave(family));
              return families.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new ConnectionBox(source, destination, box.ports(), families));
            });
  }

  /** The ends and families of a rectangle. */
  private record Shape(List<Box> sources, List<Box> destinations, Set<Family> families) {}

  private List<Rectangle> rectangles(Cell from, Cell to, List<ConnectionBox> parts) {
    Set<PortBox> ports = new LinkedHashSet<>();
    parts.forEach(part -> ports.addAll(part.ports()));
    List<ConnectionBox> numbered = new ArrayList<>();
    List<ConnectionBox> named = new ArrayList<>();
    Map<List<Shape>, List<PortBox>> byShapes = new LinkedHashMap<>();
    for (PortBox element : PortElements.of(ports)) {
      Deadline.check();
      List<ConnectionBox> here = on(element, parts);
      if (isNumber(element)) {
        numbered.addAll(here);
        byShapes
            .computeIfAbsent(shapes(from, to, here, element), s -> new ArrayList<>())
            .add(element);
      } else {
        named.addAll(here);
      }
    }
    List<Rectangle> out = new ArrayList<>();
    byShapes.forEach(
        (shapes, elements) ->
            shapes.forEach(shape -> out.add(rectangle(from, to, shape, elements))));
    // A port name stands for any number, so ports by name are those of the numbers too.
    for (ConnectionBox box : disjoint(named, numbered)) {
      Shape shape = new Shape(List.of(box.self()), List.of(box.other()), box.families());
      out.add(rectangle(from, to, shape, box.ports()));
    }
    return out;
  }

  private static boolean isNumber(PortBox port) {
    return port.names().isEmpty() && port.without().isEmpty();
  }

  private static Rectangle rectangle(Cell from, Cell to, Shape shape, List<PortBox> ports) {
    return new Rectangle(from, to, shape.sources(), shape.destinations(), ports, shape.families());
  }

  /** Returns the boxes whose ports contain {@code element}, with this port only. */
  private List<ConnectionBox> on(PortBox element, List<ConnectionBox> parts) {
    return sets()
        .withoutContained(
            parts.stream()
                .filter(part -> part.ports().stream().anyMatch(p -> PortElements.opens(p, element)))
                .map(
                    part ->
                        new ConnectionBox(
                            part.self(), part.other(), List.of(element), part.families()))
                .toList());
  }

  private List<Shape> shapes(Cell from, Cell to, List<ConnectionBox> boxes, PortBox element) {
    List<ConnectionBox> whole = new ArrayList<>();
    for (Box source : from.boxes()) {
      for (Box destination : to.boxes()) {
        part(
                new ConnectionBox(source, destination, List.of(element), ConnectionBox.EITHER),
                source,
                destination)
            .ifPresent(whole::add);
      }
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    whole.forEach(box -> families.addAll(box.families()));
    if (sets().minus(whole, boxes).isEmpty()) {
      return List.of(new Shape(from.boxes(), to.boxes(), families));
    }
    return joined(disjoint(boxes, List.of()));
  }

  /** Returns the union of {@code boxes} without {@code holes}, as disjoint boxes. */
  private List<ConnectionBox> disjoint(List<ConnectionBox> boxes, List<ConnectionBox> holes) {
    List<ConnectionBox> done = new ArrayList<>(holes);
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox box : boxes) {
      Deadline.check();
      List<ConnectionBox> left = List.of(box);
      for (ConnectionBox hole : done) {
        left = sets().and(box, hole).isPresent() ? sets().minus(left, List.of(hole)) : left;
      }
      out.addAll(left);
      done.add(box);
    }
    return out;
  }

  /**
   * Joins boxes that differ only in their sources, then boxes that differ only in their
   * destinations, and then addresses of both families.
   */
  private static List<Shape> joined(List<ConnectionBox> boxes) {
    record Target(Box destination, Set<Family> families) {}
    Map<Target, List<Box>> sources = new LinkedHashMap<>();
    for (ConnectionBox box : boxes) {
      sources
          .computeIfAbsent(new Target(box.other(), box.families()), t -> new ArrayList<>())
          .add(box.self());
    }
    record Sources(List<Box> sources, Set<Family> families) {}
    Map<Sources, List<Box>> destinations = new LinkedHashMap<>();
    sources.forEach(
        (target, from) ->
            destinations
                .computeIfAbsent(new Sources(from, target.families()), s -> new ArrayList<>())
                .add(target.destination()));
    List<Shape> shapes = new ArrayList<>();
    destinations.forEach((from, to) -> add(new Shape(from.sources(), to, from.families()), shapes));
    return shapes;
  }

  /**
   * Adds a shape, or joins it with a shape of the other family. A box of addresses contains
   * connections of its own family only, so that the union of both is a product too.
   */
  private static void add(Shape shape, List<Shape> shapes) {
    for (int i = 0; i < shapes.size(); i++) {
      Shape other = shapes.get(i);
      boolean toAddresses =
          other.sources().equals(shape.sources())
              && areAddresses(other.destinations())
              && areAddresses(shape.destinations());
      boolean fromAddresses =
          other.destinations().equals(shape.destinations())
              && areAddresses(other.sources())
              && areAddresses(shape.sources());
      if (toAddresses || fromAddresses) {
        Set<Family> families = EnumSet.copyOf(other.families());
        families.addAll(shape.families());
        shapes.set(
            i,
            new Shape(
                toAddresses ? shape.sources() : both(other.sources(), shape.sources()),
                toAddresses
                    ? both(other.destinations(), shape.destinations())
                    : shape.destinations(),
                families));
        return;
      }
    }
    shapes.add(shape);
  }

  private static boolean areAddresses(List<Box> boxes) {
    return boxes.stream().allMatch(Box.Addresses.class::isInstance);
  }

  private static List<Box> both(List<Box> some, List<Box> others) {
    List<Box> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}

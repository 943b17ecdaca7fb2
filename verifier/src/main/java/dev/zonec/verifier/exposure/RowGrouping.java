package dev.zonec.verifier.exposure;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Opening;
import dev.zonec.verifier.reach.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sides to rows: for each port whom it is open to, said as widely as it is true, and then for each
 * of those all their ports.
 */
final class RowGrouping {
  private final BoxSpace space;
  private final Descriptions descriptions;
  private final List<Box> internet;
  private final List<Box> today;

  /**
   * @param internet the public addresses; none if nothing says which they are
   * @param today the pods that exist
   */
  RowGrouping(BoxSpace space, Descriptions descriptions, List<Box> internet, List<Box> today) {
    this.space = space;
    this.descriptions = descriptions;
    this.internet = internet;
    this.today = today;
  }

  /** Some others, and whether one of them exists. */
  private record Others(Who who, boolean today) {}

  List<Exposure.Row> rows(List<Side> sides) {
    Set<Opening> openings = new LinkedHashSet<>();
    sides.forEach(side -> openings.addAll(side.openings()));
    Map<List<Box>, List<Opening>> byBoxes = new LinkedHashMap<>();
    for (Opening element : PortElements.of(openings)) {
      List<Box> boxes = new ArrayList<>();
      for (Side side : sides) {
        if (side.openings().stream().anyMatch(o -> PortElements.opens(o, element))) {
          boxes.addAll(spread(side.other()));
        }
      }
      byBoxes.computeIfAbsent(space.withoutContained(boxes), b -> new ArrayList<>()).add(element);
    }
    Map<Others, List<Opening>> byOthers = new LinkedHashMap<>();
    byBoxes.forEach(
        (boxes, elements) ->
            others(boxes)
                .forEach(
                    others ->
                        byOthers.computeIfAbsent(others, o -> new ArrayList<>()).addAll(elements)));
    return byOthers.entrySet().stream()
        .map(
            entry ->
                new Exposure.Row(
                    entry.getKey().who(),
                    PortElements.text(entry.getValue()),
                    entry.getKey().today()))
        .sorted(
            Comparator.comparingInt((Exposure.Row row) -> rank(row.who()))
                .thenComparing(row -> row.who().toString()))
        .toList();
  }

  private static int rank(Who who) {
    return switch (who) {
      case Who.Internet internet -> 0;
      case Who.Addresses addresses -> 1;
      case Who.EveryPod every -> 2;
      case Who.Pods pods -> 3;
    };
  }

  private List<Box> spread(Box box) {
    if (!(box instanceof Box.Everything)) {
      return List.of(box);
    }
    List<Box> all = new ArrayList<>(space.allAddresses());
    space.allPods().ifPresent(all::add);
    return all;
  }

  private List<Others> others(List<Box> boxes) {
    List<Others> out = new ArrayList<>();
    List<Box> pods = boxes.stream().filter(Box.Pods.class::isInstance).toList();
    List<Box> all = new ArrayList<>();
    space.allPods().ifPresent(all::add);
    if (!pods.isEmpty() && space.minus(all, pods).isEmpty()) {
      out.add(new Others(new Who.EveryPod(), !today.isEmpty()));
    } else {
      for (Box box : pods) {
        boolean exists = today.stream().anyMatch(pod -> space.and(pod, box).isPresent());
        out.add(new Others(descriptions.pods((Box.Pods) box), exists));
      }
    }
    addresses(boxes, out);
    return out;
  }

  private void addresses(List<Box> boxes, List<Others> out) {
    List<Box> addresses = boxes.stream().filter(Box.Addresses.class::isInstance).toList();
    if (addresses.isEmpty()) {
      return;
    }
    List<Box> rest = addresses;
    if (!internet.isEmpty() && space.minus(internet, addresses).isEmpty()) {
      out.add(new Others(new Who.Internet(), true));
      rest = space.minus(addresses, internet);
    }
    List<String> ranges = new ArrayList<>();
    for (Family family : Family.values()) {
      Bits atoms = Bits.of();
      for (Box box : rest) {
        if (box instanceof Box.Addresses(Family of, Bits some) && of == family) {
          atoms = atoms.or(some);
        }
      }
      ranges.addAll(descriptions.ranges(family, atoms));
    }
    if (!ranges.isEmpty()) {
      out.add(new Others(new Who.Addresses(ranges), true));
    }
  }
}

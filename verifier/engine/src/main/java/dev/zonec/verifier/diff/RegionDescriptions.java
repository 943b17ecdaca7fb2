package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.exposure.BoxDescriptions;
import dev.zonec.verifier.exposure.BoxWidening;
import dev.zonec.verifier.exposure.PeerSet;
import dev.zonec.verifier.exposure.PortElements;
import dev.zonec.verifier.exposure.WorkloadBoxes;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes rectangles in words. */
final class RegionDescriptions {
  private final BoxSpace space;
  private final BoxDescriptions descriptions;
  private final Map<Workload, Box.Pods> workloads = new LinkedHashMap<>();

  /**
   * @param workloads the declared workloads of both worlds
   */
  RegionDescriptions(BoxSpace space, List<Workload> workloads) {
    this.space = space;
    this.descriptions = new BoxDescriptions(space);
    WorkloadBoxes boxes = new WorkloadBoxes(space);
    workloads.forEach(workload -> this.workloads.put(workload, boxes.of(workload.pod())));
  }

  /** Returns the region of {@code rectangle}. */
  Region region(Rectangle rectangle, DifferenceCheck.Reasons reasons) {
    return new Region(
        ends(rectangle.from(), rectangle.sources(), rectangle.families()),
        ends(rectangle.to(), rectangle.destinations(), rectangle.families()),
        PortElements.text(rectangle.ports()),
        rectangle.families().containsAll(possible(rectangle)) ? Set.of() : rectangle.families(),
        reasons.examples(),
        reasons.more());
  }

  /** Returns the families that connections between the ends of {@code rectangle} can have. */
  private Set<Family> possible(Rectangle rectangle) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (space.vocabulary().podsHave(family)
          && has(rectangle.from().boxes(), family)
          && has(rectangle.to().boxes(), family)) {
        families.add(family);
      }
    }
    return families;
  }

  private static boolean has(List<Box> boxes, Family family) {
    return boxes.stream()
        .anyMatch(box -> !(box instanceof Box.Addresses some) || some.family() == family);
  }

  /** Describes {@code boxes}, of which only the addresses of {@code families} matter. */
  private RegionEnds ends(Cell cell, List<Box> boxes, Set<Family> families) {
    List<Box> all =
        cell.boxes().stream()
            .filter(box -> !(box instanceof Box.Addresses a) || families.contains(a.family()))
            .toList();
    boolean whole = space.minus(all, boxes).isEmpty();
    List<Workload> deployed = new ArrayList<>();
    workloads.forEach(
        (workload, box) -> {
          if (space.intersects(boxes, box)) {
            deployed.add(workload);
          }
        });
    return new RegionEnds(cell, whole ? List.of() : parts(cell, all, boxes), deployed);
  }

  private List<RegionPart> parts(Cell cell, List<Box> all, List<Box> boxes) {
    List<RegionPart> parts = new ArrayList<>();
    List<Box.Pods> pods = new ArrayList<>();
    for (Box box : boxes) {
      if (box instanceof Box.Pods some) {
        pods.add(some);
      }
    }
    for (Box.Pods box : new BoxWidening(space).of(pods)) {
      parts.add(new RegionPart.Pods(described(cell, box)));
    }
    List<String> ranges = ranges(addresses(boxes));
    if (!ranges.isEmpty()) {
      Map<Family, Bits> rest = addresses(all);
      addresses(boxes).forEach((family, atoms) -> rest.merge(family, atoms, Bits::minus));
      List<String> excluded = ranges(rest);
      parts.add(
          excluded.size() < ranges.size()
              ? new RegionPart.AddressesExcept(excluded)
              : new RegionPart.Addresses(ranges));
    }
    return parts;
  }

  private static Map<Family, Bits> addresses(List<Box> boxes) {
    Map<Family, Bits> addresses = new EnumMap<>(Family.class);
    for (Box box : boxes) {
      if (box instanceof Box.Addresses(Family family, Bits atoms)) {
        addresses.merge(family, atoms, Bits::or);
      }
    }
    return addresses;
  }

  private List<String> ranges(Map<Family, Bits> addresses) {
    List<String> ranges = new ArrayList<>();
    addresses.forEach((family, atoms) -> ranges.addAll(descriptions.ranges(family, atoms)));
    return ranges;
  }

  /** Describes pods, without the conditions that the cell has already if it is one box. */
  private PeerSet.Pods described(Cell cell, Box.Pods box) {
    PeerSet.Pods all = descriptions.pods(box);
    if (cell.kind() == Cell.Kind.OTHER_PODS
        || cell.boxes().size() != 1
        || !(cell.boxes().getFirst() instanceof Box.Pods only)) {
      return all;
    }
    PeerSet.Pods known = descriptions.pods(only);
    return new PeerSet.Pods(
        all.namespaces().equals(known.namespaces())
            ? new PeerSet.Namespaces.Any()
            : all.namespaces(),
        without(all.namespaceLabels(), known.namespaceLabels()),
        without(all.podLabels(), known.podLabels()),
        without(all.addresses(), known.addresses()));
  }

  private static List<String> without(List<String> some, List<String> known) {
    return some.stream().filter(each -> !known.contains(each)).toList();
  }
}

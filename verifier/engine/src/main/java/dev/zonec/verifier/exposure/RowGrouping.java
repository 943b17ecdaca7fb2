package dev.zonec.verifier.exposure;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.ConnectionBox;
import dev.zonec.verifier.reach.PortBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups connection boxes into rows in two steps. For each port element, it collects the regions of
 * peers and widens them ({@link BoxWidening}). Then it joins the port elements that have the same
 * set of peers.
 */
final class RowGrouping {
  private final BoxSpace space;
  private final BoxDescriptions descriptions;
  private final List<Box> internet;
  private final MatchableWorkloads deployed;
  private final int workload;

  /**
   * @param internet the boxes of public addresses; empty if nothing declares them
   * @param deployed the declared workloads
   * @param workload the number of the workload whose connections are grouped
   */
  RowGrouping(
      BoxSpace space,
      BoxDescriptions descriptions,
      List<Box> internet,
      MatchableWorkloads deployed,
      int workload) {
    this.space = space;
    this.descriptions = descriptions;
    this.internet = internet;
    this.deployed = deployed;
    this.workload = workload;
  }

  /** A set of peers, and whether a declared workload is among them. */
  private record GroupedPeers(PeerSet peers, boolean deployed) {}

  /** Returns the rows for {@code connections}, in the order of their peers. */
  List<Exposure.Row> rows(List<ConnectionBox> connections) {
    Set<PortBox> ports = new LinkedHashSet<>();
    connections.forEach(connectionBox -> ports.addAll(connectionBox.ports()));
    Map<List<Box>, List<PortBox>> byBoxes = new LinkedHashMap<>();
    for (PortBox element : PortElements.of(ports)) {
      Deadline.check();
      List<Box> boxes = new ArrayList<>();
      for (ConnectionBox connectionBox : connections) {
        if (connectionBox.ports().stream().anyMatch(o -> PortElements.opens(o, element))) {
          boxes.addAll(boxesOf(connectionBox));
        }
      }
      byBoxes.computeIfAbsent(space.withoutContained(boxes), b -> new ArrayList<>()).add(element);
    }
    Map<GroupedPeers, List<PortBox>> byPeers = new LinkedHashMap<>();
    byBoxes.forEach(
        (boxes, elements) ->
            peersOf(boxes)
                .forEach(
                    grouped ->
                        byPeers.computeIfAbsent(grouped, o -> new ArrayList<>()).addAll(elements)));
    return byPeers.entrySet().stream()
        .map(
            entry ->
                new Exposure.Row(
                    entry.getKey().peers(),
                    PortElements.text(entry.getValue()),
                    entry.getKey().deployed()))
        .sorted(Comparator.comparing(Exposure.Row::peers, new PeerOrder()))
        .toList();
  }

  /**
   * Returns the peers of a connection box, as boxes of pods and boxes of addresses, without boxes
   * that have no address of its families.
   */
  private List<Box> boxesOf(ConnectionBox connectionBox) {
    List<Box> out = new ArrayList<>();
    if (connectionBox.other() instanceof Box.Everything) {
      out.addAll(space.allAddresses());
      space.allPods().ifPresent(out::add);
    } else {
      out.add(connectionBox.other());
    }
    out.removeIf(box -> !hasFamily(box, connectionBox.families()));
    return out;
  }

  private boolean hasFamily(Box box, Set<Family> families) {
    return switch (box) {
      case Box.Addresses(Family family, Bits atoms) -> families.contains(family);
      case Box.Pods pods -> families.stream().anyMatch(space.vocabulary()::podsHave);
      case Box.Everything everything -> true;
    };
  }

  private List<GroupedPeers> peersOf(List<Box> boxes) {
    List<Box.Pods> pods =
        new BoxWidening(space)
            .of(
                boxes.stream()
                    .filter(Box.Pods.class::isInstance)
                    .map(Box.Pods.class::cast)
                    .toList());
    boolean everyPod = space.allPods().filter(all -> holds(pods, all)).isPresent();
    Map<Family, Bits> addresses = addresses(boxes);
    if (everyPod && space.allAddresses().stream().allMatch(all -> holds(addresses, all))) {
      return List.of(new GroupedPeers(new PeerSet.Anyone(), true));
    }
    List<GroupedPeers> out = new ArrayList<>();
    if (everyPod) {
      out.add(new GroupedPeers(new PeerSet.EveryPod(), deployed.hasOther(workload)));
    } else {
      for (Box.Pods box : pods) {
        out.add(new GroupedPeers(descriptions.pods(box), deployed.isIn(box, workload)));
      }
    }
    addAddresses(addresses, out);
    return out;
  }

  private boolean holds(List<Box.Pods> pods, Box all) {
    return pods.stream().anyMatch(box -> space.contains(box, all))
        || (pods.size() > 1
            && pods.size() <= BoxWidening.MOST
            && space.minus(List.of(all), new ArrayList<>(pods)).isEmpty());
  }

  private static boolean holds(Map<Family, Bits> addresses, Box some) {
    return some instanceof Box.Addresses(Family family, Bits atoms)
        && addresses.getOrDefault(family, Bits.of()).containsAll(atoms);
  }

  private static Map<Family, Bits> addresses(List<Box> boxes) {
    Map<Family, Bits> out = new EnumMap<>(Family.class);
    for (Box box : boxes) {
      if (box instanceof Box.Addresses(Family family, Bits atoms)) {
        out.merge(family, atoms, Bits::or);
      }
    }
    return out;
  }

  private void addAddresses(Map<Family, Bits> addresses, List<GroupedPeers> out) {
    Map<Family, Bits> remaining = new EnumMap<>(Family.class);
    remaining.putAll(addresses);
    if (!internet.isEmpty() && internet.stream().allMatch(box -> holds(addresses, box))) {
      out.add(new GroupedPeers(new PeerSet.Internet(), true));
      addresses(internet).forEach((family, all) -> remaining.merge(family, all, Bits::minus));
    }
    List<String> ranges = new ArrayList<>();
    remaining.forEach((family, atoms) -> ranges.addAll(descriptions.ranges(family, atoms)));
    if (!ranges.isEmpty()) {
      out.add(new GroupedPeers(new PeerSet.Addresses(ranges), true));
    }
  }
}

package dev.zonec.verifier.closed.relation;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.closed.admission.Admission;
import dev.zonec.verifier.closed.admission.AdmissionBuilder;
import dev.zonec.verifier.closed.equivalence.BlockMatcher;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.rule.PeerRows;
import dev.zonec.verifier.closed.subject.GoverningRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a reading: one for each address family and each treatment of host-network pods that
 * the reading leaves open. Families and treatments that cannot differ share a layer.
 */
public final class Layers {
  private final Map<Family, List<Layer>> byFamily = new EnumMap<>(Family.class);
  private final List<Layer> all = new ArrayList<>();
  private final boolean anySuffices;

  /**
   * Computes the layers for {@code reading}.
   *
   * @param peers the selectors of all subjects and peers
   */
  public Layers(
      PolicySet rules,
      List<PeerSelector> peers,
      EquivalenceClasses classes,
      PortAtoms atoms,
      Reading reading) {
    this.anySuffices = reading.permissive();
    GoverningRules governing = new GoverningRules(rules, classes);
    for (Family family : Family.values()) {
      if (all.isEmpty() || familiesDiffer(peers, classes)) {
        List<Layer> ofFamily = new ArrayList<>();
        for (boolean hostsAsNodes : treatments(classes, reading)) {
          PeerRows asTreated = new PeerRows(classes, family, hostsAsNodes);
          PeerRows asNodes = hostsAsNodes ? asTreated : new PeerRows(classes, family, true);
          Map<Direction, List<Admission>> admissions = new EnumMap<>(Direction.class);
          for (Direction direction : Direction.values()) {
            admissions.put(
                direction,
                new AdmissionBuilder(
                        direction, governing, classes, atoms, reading, asTreated, asNodes)
                    .all());
          }
          ofFamily.add(
              new Layer(
                  admissions.getOrDefault(Direction.EGRESS, List.of()),
                  admissions.getOrDefault(Direction.INGRESS, List.of())));
        }
        byFamily.put(family, ofFamily);
        all.addAll(ofFamily);
      } else {
        byFamily.put(family, List.copyOf(all));
      }
    }
  }

  /** Returns the open treatments of host-network pods; true treats them as their nodes. */
  private static List<Boolean> treatments(EquivalenceClasses classes, Reading reading) {
    boolean hasHostNetwork = false;
    for (int c = 0; c < classes.size(); c++) {
      hasHostNetwork |= classes.representative(c).hostNetwork();
    }
    if (!hasHostNetwork) {
      return List.of(false);
    }
    return reading.settled().containsKey(Knob.HOST_NETWORK)
        ? List.of(!reading.isPermissive(Knob.HOST_NETWORK))
        : List.of(false, true);
  }

  /**
   * Whether a block contains a pod or node, so that the address families differ: a block of one
   * family never contains an address of the other.
   */
  private static boolean familiesDiffer(List<PeerSelector> peers, EquivalenceClasses classes) {
    for (PeerSelector peer : peers) {
      if (peer instanceof PeerSelector.Addressed addressed) {
        for (Family family : Family.values()) {
          BlockMatcher.Matches held = classes.blockMatches(addressed, family);
          if (!held.hosts().isEmpty() || (addressed.ofPods() && !held.pods().isEmpty())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a connection is allowed if one layer allows it, rather than if all layers do. */
  public boolean anySuffices() {
    return anySuffices;
  }

  /** Returns all layers, without duplicates. */
  public List<Layer> all() {
    return all;
  }

  /** Returns the layers of connections over {@code family}. */
  public List<Layer> of(Family family) {
    return byFamily.getOrDefault(family, List.of());
  }
}

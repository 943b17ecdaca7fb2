package dev.zonec.verifier.closed;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A layer for each address family and each treatment of host-network pods that is open, as far as
 * they make a difference.
 */
final class Layers {
  private final Map<Family, List<Layer>> byFamily = new EnumMap<>(Family.class);
  private final List<Layer> all = new ArrayList<>();
  private final boolean any;

  Layers(World world, List<Who> asked, Classes classes, PortAtoms atoms, Reading reading) {
    this.any = reading.permissive();
    Governing governing = new Governing(world, classes);
    for (Family family : Family.values()) {
      if (all.isEmpty() || familiesDiffer(asked, classes)) {
        List<Layer> some = new ArrayList<>();
        for (boolean hostsAsNodes : treatments(classes, reading)) {
          PeerRows peers = new PeerRows(classes, family, hostsAsNodes);
          Map<Direction, Profile[]> profiles = new EnumMap<>(Direction.class);
          for (Direction direction : Direction.values()) {
            profiles.put(
                direction,
                new SideProfiles(direction, governing, classes, atoms, reading, peers).all());
          }
          some.add(
              new Layer(
                  profiles.getOrDefault(Direction.EGRESS, new Profile[0]),
                  profiles.getOrDefault(Direction.INGRESS, new Profile[0])));
        }
        byFamily.put(family, some);
        all.addAll(some);
      } else {
        byFamily.put(family, List.copyOf(all));
      }
    }
  }

  /** Whether host-network pods are treated as their nodes: each treatment that is open. */
  private static List<Boolean> treatments(Classes classes, Reading reading) {
    boolean anyHost = false;
    for (int c = 0; c < classes.size(); c++) {
      anyHost |= classes.unit(c).hostNetwork();
    }
    if (!anyHost) {
      return List.of(false);
    }
    return reading.settled().containsKey(Knob.HOST_NETWORK)
        ? List.of(!reading.isPermissive(Knob.HOST_NETWORK))
        : List.of(false, true);
  }

  /** Whether some block holds a pod or node: the block of another family never does. */
  private static boolean familiesDiffer(List<Who> asked, Classes classes) {
    for (Who who : asked) {
      if (who instanceof Who.Addressed addressed) {
        for (Family family : Family.values()) {
          BlockSets.Held held = classes.held(addressed, family);
          if (!held.hosts().isEmpty() || (addressed.ofPods() && !held.pods().isEmpty())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a connection counts that some layer allows, rather than one that all do. */
  boolean any() {
    return any;
  }

  List<Layer> all() {
    return all;
  }

  /** The layers of connections that {@code family} carries. */
  List<Layer> of(Family family) {
    return byFamily.getOrDefault(family, List.of());
  }
}

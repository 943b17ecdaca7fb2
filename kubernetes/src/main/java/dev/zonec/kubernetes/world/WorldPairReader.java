package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.label.Selector;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads two sets of manifests so that their worlds can be compared: replicas that a selector of
 * either set distinguishes are separate workloads in both.
 */
public final class WorldPairReader {
  private final WorldReader reader;

  /** Reads each set of manifests with {@code reader}. */
  public WorldPairReader(WorldReader reader) {
    this.reader = reader;
  }

  /** What was read of each set of manifests. */
  public record Reading(WorldReading before, WorldReading after) {
    /** Returns the two worlds. */
    public WorldPair worlds() {
      return new WorldPair(before.world(), after.world());
    }
  }

  /**
   * Reads {@code before} and {@code after}.
   *
   * @param asked further selectors of pods that tell replicas apart
   */
  public Reading read(Manifests before, Manifests after, Collection<Selector> asked) {
    Set<Selector> all = new LinkedHashSet<>(asked);
    all.addAll(selectors(reader.read(before).world()));
    all.addAll(selectors(reader.read(after).world()));
    return new Reading(reader.read(before, all), reader.read(after, all));
  }

  /** Returns the selectors of pods in the policies and Services of {@code world}. */
  public static Set<Selector> selectors(World world) {
    Set<Selector> selectors = new LinkedHashSet<>();
    world
        .rules()
        .ends()
        .forEach(
            ends -> {
              if (ends instanceof Ends.Pods pods) {
                selectors.add(pods.pods());
              }
            });
    for (ServiceEntry service : world.services()) {
      if (service.backing() instanceof Backing.Selected selected) {
        selectors.add(selected.pods());
      }
    }
    return selectors;
  }
}

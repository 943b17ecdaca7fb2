package dev.zonec.response.plugin;

import dev.zonec.diagnostics.Place;
import dev.zonec.kubernetes.manifest.UnmodelledPolicy;
import dev.zonec.response.change.Change;
import dev.zonec.verifier.proof.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The objects of network plugins in the inputs.
 *
 * @param objects the objects that zonec does not model, of all kinds
 */
public record PluginPolicies(List<UnmodelledPolicy> objects) {
  /** No objects. */
  public static final PluginPolicies NONE = new PluginPolicies(List.of());

  /** The order of a tier below which zonec does not go. */
  private static final double MOST = 1e15;

  /** Copies the list. */
  public PluginPolicies {
    objects = List.copyOf(objects);
  }

  /** Returns the plugin whose policies are in the inputs; the first one if there are several. */
  public Optional<NetworkPlugin> inUse() {
    return Arrays.stream(NetworkPlugin.values())
        .filter(plugin -> objects.stream().anyMatch(plugin::isPolicy))
        .findFirst();
  }

  /**
   * Returns those of {@code gaps} that can change whether {@code change} denies what it is to deny.
   * A denial of a plugin takes precedence over all policies of the same plugin, so these are no
   * longer gaps. The order between policies of different plugins is not defined.
   */
  public List<Gap> gapsOf(Change change, List<Gap> gaps) {
    List<Gap> left = new ArrayList<>(gaps);
    for (NetworkPlugin plugin : NetworkPlugin.values()) {
      if (change.deniesWith(plugin.kind())) {
        left.removeIf(gap -> isAbout(plugin, gap));
      }
    }
    return left;
  }

  /** Whether one of {@code gaps} is about objects that a denial of {@code plugin} overrules. */
  public boolean overrules(NetworkPlugin plugin, List<Gap> gaps) {
    return gaps.stream().anyMatch(gap -> isAbout(plugin, gap));
  }

  private boolean isAbout(NetworkPlugin plugin, Gap gap) {
    return gap.problem().place() instanceof Place.At(var span)
        && objects.stream()
            .anyMatch(object -> object.span().equals(span) && plugin.overrules(object));
  }

  /**
   * Returns an order that is lower than that of every Calico tier in the inputs, and than those of
   * the tiers that Calico creates itself; empty if the order of a tier is not a number.
   */
  Optional<Double> firstOrder() {
    double lowest = 0;
    for (UnmodelledPolicy object : objects) {
      if (NetworkPlugin.CALICO.overrules(object) && object.kind().equals("Tier")) {
        // A tier without an order comes last.
        lowest = Math.min(lowest, object.order().orElse(0.0));
      }
    }
    double first = lowest - 1;
    // Far below, the numbers are too far apart to subtract one.
    return first < lowest && first > -MOST ? Optional.of(first) : Optional.empty();
  }

  /**
   * Returns text such as {@code 2 CiliumNetworkPolicy, 1 CiliumCIDRGroup}: the objects that a
   * denial of {@code plugin} overrules.
   */
  Optional<String> overruledBy(NetworkPlugin plugin) {
    TreeMap<String, Long> kinds =
        objects.stream()
            .filter(plugin::overrules)
            .collect(
                Collectors.groupingBy(UnmodelledPolicy::kind, TreeMap::new, Collectors.counting()));
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            kinds.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", ")));
  }
}

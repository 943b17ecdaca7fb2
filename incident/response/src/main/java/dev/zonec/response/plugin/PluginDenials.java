package dev.zonec.response.plugin;

import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.world.World;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.Denial;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes denials by policies of network plugins.
 *
 * @param world the world in which they deny
 * @param plugins the objects of plugins in the inputs
 */
public record PluginDenials(World world, PluginPolicies plugins) {
  /** Comes before every policy of the Admin tier, whose priorities are 0 to 1000. */
  private static final int FIRST = -1;

  /** Comes after every policy of the Admin tier. */
  private static final int AFTER_ADMIN = Integer.MAX_VALUE;

  /** Returns a denial that isolates pods; empty if the plugin's policies cannot express it. */
  public Optional<Denial> isolating(NetworkPlugin plugin, Isolating isolating) {
    return switch (plugin) {
      case CILIUM ->
          new CiliumTexts(isolating.label(), isolating.id(), isolating.name())
              .isolating(isolating)
              .map(object -> denial(List.of(object), meaning(plugin, object).isolating(isolating)));
      case CALICO ->
          plugins
              .firstOrder()
              .map(
                  order -> {
                    CalicoTexts texts =
                        new CalicoTexts(isolating.label(), isolating.id(), isolating.name(), order);
                    NewObject policy = texts.isolating(isolating);
                    return denial(
                        List.of(texts.tier(), policy),
                        meaning(plugin, policy).isolating(isolating));
                  });
    };
  }

  /** Returns a denial of addresses and ports; empty if the plugin's policies cannot express it. */
  public Optional<Denial> refusing(NetworkPlugin plugin, Refusing refusing) {
    List<NewObject> objects = new ArrayList<>();
    switch (plugin) {
      case CILIUM ->
          objects.add(
              new CiliumTexts(refusing.label(), refusing.id(), refusing.name()).refusing(refusing));
      case CALICO -> {
        Optional<Double> order = plugins.firstOrder();
        if (order.isEmpty()) {
          return Optional.empty();
        }
        CalicoTexts texts =
            new CalicoTexts(refusing.label(), refusing.id(), refusing.name(), order.get());
        objects.add(texts.tier());
        objects.add(texts.refusing(refusing));
      }
    }
    return Optional.of(denial(objects, meaning(plugin, objects.getLast()).refusing(refusing)));
  }

  /** Returns why there is no denial of {@code plugin}, as a clause. */
  public static String absence(NetworkPlugin plugin) {
    return switch (plugin) {
      case CILIUM ->
          "too many selectors would be needed to leave the allowed pods out of Cilium's deny rules";
      case CALICO ->
          "the order of a Calico tier is not a number, so it is not known which tier comes first";
    };
  }

  private static Denial denial(List<NewObject> objects, ClusterPolicy meaning) {
    return new Denial(objects, Optional.of(meaning));
  }

  private Meaning meaning(NetworkPlugin plugin, NewObject object) {
    return new Meaning(object, comesFirst(plugin) ? FIRST : AFTER_ADMIN);
  }

  /**
   * Whether a denial of {@code plugin} comes before all policies of the world. Calico evaluates the
   * Admin tier as one of its own tiers, whose order is 1000. Where Cilium evaluates it is not
   * documented, so a denial of Cilium counts only for what the Admin tier leaves open: if it really
   * comes first, it denies the more.
   */
  boolean comesFirst(NetworkPlugin plugin) {
    return plugin == NetworkPlugin.CALICO
        || world.clusterPolicies().stream().noneMatch(policy -> policy.tier() == Tier.ADMIN);
  }

  /**
   * Returns what the proof of {@code change} rests on, as clauses; empty without a denial of a
   * plugin.
   *
   * @param label the key of the label of the pods that are isolated; empty if the change denies
   *     something to all pods
   * @param sctp whether the change denies ports of SCTP
   */
  public List<String> assumptions(Change change, Optional<String> label, boolean sctp) {
    List<String> lines = new ArrayList<>();
    if (change.deniesWith(PolicyKind.CILIUM)) {
      lines.add(
          "Cilium enforces the policies of all pods, and its deny rules come before all rules that"
              + " allow");
      lines.add(
          label.isPresent()
              ? "the label "
                  + label.get()
                  + " is part of the identities that Cilium gives to pods, as by default"
              : "Cilium is version 1.16 or later; an earlier one does not know enableDefaultDeny");
      if (sctp) {
        lines.add("Cilium's support of SCTP is switched on");
      }
      if (!comesFirst(NetworkPlugin.CILIUM)) {
        lines.add(
            "policies of the Admin tier count as decided before Cilium's deny rules, because the"
                + " order is not documented");
      }
    }
    if (change.deniesWith(PolicyKind.CALICO)) {
      lines.add("Calico enforces the policies of all pods, and evaluates tiers by ascending order");
      lines.add(
          "no tier outside of the inputs has an order of "
              + plugins.firstOrder().map(CalicoTexts::number).orElse("")
              + " or less");
      lines.add(
          "the cluster serves projectcalico.org/v3; if not, `calicoctl` takes the place of kubectl"
              + " for these objects");
    }
    for (NetworkPlugin plugin : NetworkPlugin.values()) {
      if (change.deniesWith(plugin.kind())) {
        plugins
            .overruledBy(plugin)
            .ifPresent(
                objects -> lines.add("the denial holds whatever these objects say: " + objects));
        lines.add(
            "zonec does not read "
                + plugin.kind().kind()
                + " objects, so `verify` cannot repeat"
                + " the proof");
      }
    }
    return lines;
  }
}

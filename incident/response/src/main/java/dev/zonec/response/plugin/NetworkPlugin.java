package dev.zonec.response.plugin;

import dev.zonec.kubernetes.manifest.KindNames;
import dev.zonec.kubernetes.manifest.UnmodelledPolicy;
import dev.zonec.response.change.PolicyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A network plugin with policies of its own, of which one can deny before all others. */
public enum NetworkPlugin {
  /** Cilium: its deny rules take precedence over all rules that allow, of all kinds of policies. */
  CILIUM(
      PolicyKind.CILIUM,
      List.of("cilium.io"),
      Set.of("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"),
      Set.of("CiliumCIDRGroup", "CiliumEgressGatewayPolicy")),
  /** Calico: tiers are evaluated by ascending order, and a Deny is final. */
  CALICO(
      PolicyKind.CALICO,
      List.of("projectcalico.org", "crd.projectcalico.org"),
      Set.of("NetworkPolicy", "GlobalNetworkPolicy"),
      Set.of("NetworkSet", "GlobalNetworkSet", "Tier", "HostEndpoint"));

  private final PolicyKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> groups;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
  private final Set<String> policies;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
  private final Set<String> others;

  NetworkPlugin(PolicyKind kind, List<String> groups, Set<String> policies, Set<String> others) {
    this.kind = kind;
    this.groups = groups;
    this.policies = policies;
    this.others = others;
  }

  /** Returns the plugin whose policies are of {@code kind}, if it is a plugin's. */
  public static Optional<NetworkPlugin> of(PolicyKind kind) {
    return Arrays.stream(values()).filter(plugin -> plugin.kind == kind).findFirst();
  }

  /** Returns the kind of the policies that deny. */
  public PolicyKind kind() {
    return kind;
  }

  private boolean hasGroup(UnmodelledPolicy object) {
    return groups.contains(KindNames.group(object.apiVersion()));
  }

  /** Whether {@code object} is a policy of the plugin that is in force. */
  boolean isPolicy(UnmodelledPolicy object) {
    return hasGroup(object) && policies.contains(object.kind());
  }

  /**
   * Whether a denial of the plugin holds whatever {@code object} says. Other objects of the plugin
   * can send traffic to another end, such as a proxy.
   */
  boolean overrules(UnmodelledPolicy object) {
    return isPolicy(object) || (hasGroup(object) && others.contains(object.kind()));
  }
}

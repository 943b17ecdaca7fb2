package dev.zonec.application.adversary;

import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compromised nodes: the addresses of nodes reach every pod that only NetworkPolicies isolate,
 * every such pod reaches them, and paths pass through them.
 *
 * <p>The connections are added as policies of their own next to each policy that isolates pods.
 * They have the same subject, so that they isolate no further pod. Their rules admit blocks of
 * addresses, which can also be addresses of pods ({@link #matchPods}).
 *
 * @param base the verification with trusted nodes
 * @param ranges the ranges of the cluster; every address of a node is compromised
 */
record HostileNodes(Verification base, Cluster ranges) {
  /** The name of the external that paths pass through. A program cannot declare this name. */
  private static final String NAME = "compromised nodes";

  /** Returns nodes at the addresses that are declared, assumed or seen. */
  static HostileNodes seen(Verification base) {
    return new HostileNodes(base, addresses(base).seen());
  }

  /** Returns nodes at any address, if one was seen outside of the range of nodes. */
  static HostileNodes anywhere(Verification base) {
    return new HostileNodes(base, addresses(base).anywhere());
  }

  private static ClusterAddresses addresses(Verification base) {
    return new ClusterAddresses(base.world(), base.program().cluster());
  }

  /**
   * Returns the verification in which blocks never match pods, so that only nodes are admitted.
   *
   * @param wholePaths whether paths with a limit of hops get no longer by the hops between nodes
   *     and other addresses
   */
  Verification withoutPods(boolean wholePaths) {
    return verification(
        base.may().with(Knob.IPBLOCK_MATCHES_PODS, Knob.IPBLOCK_MATCHES_PODS.restrictive()),
        wholePaths);
  }

  /** Returns the verification in which blocks match pods as in {@link #base}. */
  Verification withPods() {
    return verification(base.may(), true);
  }

  /**
   * Whether the added rules can admit pods: blocks may match pods, and pods may have addresses of
   * nodes.
   */
  boolean matchPods() {
    return base.may().isPermissive(Knob.IPBLOCK_MATCHES_PODS)
        && (governsHosts()
            || Arrays.stream(Family.values())
                .anyMatch(
                    family ->
                        ranges.podAddresses(family).overlaps(AddressSet.of(family, blocks()))));
  }

  /** Whether pods on the host network are treated like other pods, so that they are no nodes. */
  boolean governsHosts() {
    return Knob.HOST_NETWORK.permissive().equals(base.may().settled().get(Knob.HOST_NETWORK))
        && base.world().workloads().stream().anyMatch(workload -> workload.pod().hostNetwork());
  }

  /** Returns the addresses of nodes: those of the range of nodes that are in no range of pods. */
  List<IpBlock> blocks() {
    return Arrays.stream(Family.values())
        .flatMap(
            family ->
                ranges
                    .nodeAddresses(family)
                    .minus(AddressSet.ofCidrs(family, ranges.pods()))
                    .blocks()
                    .stream())
        .map(block -> new IpBlock(block, List.of()))
        .toList();
  }

  private Verification verification(Reading may, boolean wholePaths) {
    return base.of(world(), program(wholePaths), may);
  }

  private ZoneProgram program(boolean wholePaths) {
    ZoneProgram trusting = base.program();
    Party.Addresses nodes =
        new Party.Addresses(NAME, blocks(), true, trusting.assertions().getFirst().span());
    List<Party.Outside> externals = new ArrayList<>(trusting.externals());
    externals.add(nodes);
    return trusting
        .withExternals(externals)
        .withAssertions(
            trusting.assertions().stream()
                .map(assertion -> new NodePaths(nodes, wholePaths).of(assertion))
                .toList());
  }

  private World world() {
    Set<Direction> directions = EnumSet.of(Direction.INGRESS);
    if (base.may().isPermissive(Knob.OWN_NODE_EGRESS)) {
      directions.add(Direction.EGRESS);
    }
    List<IpBlock> nodes = blocks();
    List<Policy> policies = new ArrayList<>(base.world().policies());
    for (Policy policy : base.world().policies()) {
      Set<Direction> isolated = EnumSet.copyOf(directions);
      isolated.retainAll(policy.directions());
      if (!isolated.isEmpty()) {
        policies.add(admitting(policy, isolated, nodes));
      }
    }
    policies.sort(Policy.ORDER);
    return base.world().withPolicies(policies);
  }

  private static Policy admitting(Policy policy, Set<Direction> directions, List<IpBlock> nodes) {
    List<Peer> peers = new ArrayList<>();
    nodes.forEach(block -> peers.add(new Peer.Block(block, policy.span())));
    List<Rule> rules = List.of(new Rule(peers, List.of(), policy.span()));
    return new Policy(
        policy.namespace(),
        policy.name() + " (own node)",
        policy.subject(),
        directions,
        directions.contains(Direction.INGRESS) ? rules : List.of(),
        directions.contains(Direction.EGRESS) ? rules : List.of(),
        new Author.Person(),
        policy.span());
  }
}

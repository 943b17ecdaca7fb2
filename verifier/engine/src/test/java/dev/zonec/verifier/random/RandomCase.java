package dev.zonec.verifier.random;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Small random worlds and programs. The same seed gives the same case. */
public final class RandomCase {
  public static final Span SPAN = RandomParts.SPAN;

  private static final List<String> NAMESPACES = List.of("n1", "n2");

  private final RandomParts parts;

  /**
   * A second generator for later additions, so that the other parts of a case stay the same for a
   * seed.
   */
  private final RandomParts more;

  private final boolean tiny;

  /**
   * @param tiny whether the case is so small that a test can list every endpoint
   */
  public RandomCase(long seed, boolean tiny) {
    RandomParts.Choices choices = tiny ? RandomParts.Choices.TINY : RandomParts.Choices.SMALL;
    this.parts = new RandomParts(seed, choices);
    this.more = new RandomParts(seed + 1, choices);
    this.tiny = tiny;
  }

  public boolean chance(int percent) {
    return parts.chance(percent);
  }

  @SafeVarargs
  public final <T> T oneOf(T... choices) {
    return parts.oneOf(List.of(choices));
  }

  public World world() {
    List<Namespace> namespaces = new ArrayList<>();
    namespaces.add(Namespace.declared("n1", chance(50) ? Map.of("env", "x") : Map.of()));
    namespaces.add(
        !tiny && chance(40)
            ? Namespace.undeclared("n2")
            : Namespace.declared("n2", chance(50) ? Map.of("env", "y") : Map.of()));
    List<ClusterPolicy> cluster =
        chance(20) ? List.of() : parts.some(tiny ? 4 : 5, this::clusterPolicy);
    return World.of(namespaces, parts.some(tiny ? 4 : 6, () -> parts.policy(NAMESPACES)))
        .withClusterPolicies(cluster);
  }

  /** Returns the permissive reading with some knobs settled. */
  public Reading reading() {
    Reading reading = Reading.MAY;
    for (Knob knob :
        List.of(Knob.IPBLOCK_MATCHES_PODS, Knob.EQUAL_PRIORITY_TIES, Knob.BASELINE_AFTER_POLICY)) {
      if (chance(20)) {
        reading = reading.with(knob, oneOf(knob.permissive(), knob.restrictive()));
      }
    }
    return reading;
  }

  /** Returns a cluster-scoped policy. There are few priorities, so that ties occur. */
  private ClusterPolicy clusterPolicy() {
    Selector subjects = chance(40) ? Selector.EVERYTHING : parts.pods();
    return new ClusterPolicy(
        "ClusterNetworkPolicy",
        parts.clusterPolicyName(),
        oneOf(Tier.ADMIN, Tier.ADMIN, Tier.BASELINE),
        parts.below(3),
        new PolicySubject(chance(50) ? Selector.EVERYTHING : parts.namespaces(), subjects),
        parts.some(3, () -> clusterRule(Direction.INGRESS)),
        parts.some(3, () -> clusterRule(Direction.EGRESS)),
        SPAN);
  }

  private ClusterRule clusterRule(Direction direction) {
    Action action = oneOf(Action.values());
    List<ClusterPeer> peers = new ArrayList<>(List.of(clusterPeer(direction, action)));
    if (chance(30)) {
      peers.add(clusterPeer(direction, action));
    }
    boolean anyPort = chance(65);
    return new ClusterRule("", action, peers, anyPort ? List.of() : parts.ports(), SPAN);
  }

  private ClusterPeer clusterPeer(Direction direction, Action action) {
    if (direction == Direction.EGRESS && chance(40)) {
      if (action == Action.ACCEPT && chance(20)) {
        return new ClusterPeer.DomainNames(List.of("example.org"), SPAN);
      }
      return chance(40)
          ? new ClusterPeer.Nodes(Selector.EVERYTHING, SPAN)
          : new ClusterPeer.Networks(List.of(parts.block().cidr(), parts.block().cidr()), SPAN);
    }
    return chance(4)
        ? new ClusterPeer.Unknown(SPAN)
        : new ClusterPeer.Pods(
            parts.namespaces(), chance(40) ? Selector.EVERYTHING : parts.pods(), SPAN);
  }

  public ZoneProgram program() {
    List<Party.Zone> zones = new ArrayList<>();
    int count = 1 + parts.below(3);
    for (int i = 0; i < count; i++) {
      Party.Denied denied =
          chance(70) ? Party.Denied.BOTH : new Party.Denied(chance(50), chance(50));
      zones.add(new Party.Zone("z" + i, podSet(), false, denied, SPAN));
    }
    List<Party.Outside> externals = new ArrayList<>();
    externals.add(
        new Party.Addresses("net", List.of(RandomParts.block("203.0.113.0/24")), chance(15), SPAN));
    if (chance(40)) {
      externals.add(new Party.ForeignPods("foreign", podSet(), chance(20), SPAN));
    }
    List<Party> parties = new ArrayList<>(zones);
    parties.addAll(externals);
    if (chance(40)) {
      parties.add(new Party.Anyone("any", chance(60), SPAN));
    }
    if (more.chance(30)) {
      List<IpBlock> blocks =
          more.chance(50) ? List.of() : List.of(RandomParts.block("203.0.113.0/24"));
      parties.add(new Party.Others("others", new PodSet(List.of(term(more))), blocks, SPAN));
    }
    if (more.chance(40)) {
      parties.add(part(more.oneOf(zones)));
    }
    List<Flow> flows = new ArrayList<>();
    int flowCount = parts.below(4);
    for (int i = 0; i < flowCount; i++) {
      flows.add(new Flow(any(parties), any(parties), service(), false, SPAN));
    }
    Defaults defaults =
        chance(70) ? Defaults.STANDARD : new Defaults(chance(50), chance(50), true, chance(50));
    Cluster cluster =
        chance(50)
            ? Cluster.UNDECLARED
            : new Cluster(List.of(Cidr.of("10.244.0.0/16")), List.of(), List.of());
    List<Assertion> assertions = assertions(parties, zones);
    return new ZoneProgram(
        "random",
        zones,
        externals,
        flows,
        assertions,
        defaults,
        cluster,
        false,
        LabelTrust.UNDECLARED,
        zones.size() > 1 && chance(40) ? List.of(new Disjointness(zones, SPAN)) : List.of(),
        waivers(assertions, parties));
  }

  /**
   * Returns a part of a zone, as {@code {zone except others}} means it; it is not a zone of the
   * program.
   */
  private Party part(Party.Zone zone) {
    List<PodSet.Term> terms =
        zone.pods().terms().stream()
            .map(term -> new PodSet.Term(term.namespaces(), term.pods().and(more.pods())))
            .toList();
    return new Party.Zone("part", new PodSet(terms), zone.nested(), zone.denied(), SPAN);
  }

  private List<Waiver> waivers(List<Assertion> assertions, List<Party> parties) {
    List<Waiver> out = new ArrayList<>();
    for (Assertion assertion : assertions) {
      boolean ofPaths = assertion instanceof Assertion.NoPath;
      while (chance(ofPaths ? 60 : 40)) {
        // Mostly use the parties of the assertion, so that waivers excuse something.
        List<Party> named = chance(60) ? assertion.parties() : parties;
        List<Party> from = chance(30) ? parties : List.of(any(named));
        List<Party> to = chance(30) ? parties : List.of(any(named));
        out.add(
            new Waiver(
                assertion.name(),
                ofPaths
                    ? new Waiver.Excused.Paths(from, to)
                    : new Waiver.Excused.Connections(from, to, service()),
                "reason",
                "@someone",
                LocalDate.of(2026, 12, 31),
                new Span(new SourceText("waiver " + out.size(), ""), 0, 0)));
      }
    }
    return out;
  }

  /** Returns the zones in tiers, in the order of their first occurrence. */
  private Assertion.TiersAdjacent tiers(List<Party.Zone> zones) {
    Map<String, List<Party>> tiers = new LinkedHashMap<>();
    for (Party.Zone zone : zones) {
      tiers.computeIfAbsent(oneOf("edge", "app", "data"), t -> new ArrayList<>()).add(zone);
    }
    return new Assertion.TiersAdjacent(
        "t",
        tiers.entrySet().stream().map(e -> new Assertion.Tier(e.getKey(), e.getValue())).toList(),
        SPAN);
  }

  private List<Assertion> assertions(List<Party> parties, List<Party.Zone> zones) {
    List<Assertion> out = new ArrayList<>();
    out.add(
        new Assertion.NoPath(
            "n",
            List.of(any(parties)),
            List.of(any(parties)),
            chance(30) ? List.of(any(parties)) : List.of(),
            chance(30) ? OptionalInt.of(1 + parts.below(3)) : OptionalInt.empty(),
            SPAN));
    out.add(
        new Assertion.Never("v", List.of(any(parties)), List.of(any(parties)), service(), SPAN));
    out.add(
        new Assertion.Only(
            "o",
            List.of(any(parties)),
            more.chance(40) ? List.of(more.oneOf(parties)) : List.of(),
            List.of(any(parties)),
            service(),
            SPAN));
    out.add(new Assertion.Isolated("i", List.of(parts.oneOf(zones)), SPAN));
    out.add(
        new Assertion.Reachable(
            "r", List.of(any(parties)), List.of(any(parties)), service(), SPAN));
    out.add(tiers(zones));
    return out;
  }

  private Party any(List<Party> parties) {
    return parts.oneOf(parties);
  }

  private Service service() {
    return chance(30) ? new Service.Anything() : new Service.Listed(List.of(parts.port()));
  }

  private PodSet podSet() {
    List<PodSet.Term> terms = new ArrayList<>(List.of(term()));
    if (chance(30)) {
      terms.add(term());
    }
    return new PodSet(terms);
  }

  private PodSet.Term term() {
    return term(parts);
  }

  private PodSet.Term term(RandomParts from) {
    PodSet.NamespaceSet namespaces =
        tiny || from.chance(70)
            ? new PodSet.NamespaceSet.Named(
                RandomParts.set(from.oneOf(List.of("n1", "n2"))), Selector.EVERYTHING)
            : new PodSet.NamespaceSet.Selected(from.namespaces());
    return new PodSet.Term(namespaces, from.pods());
  }

  /** Returns an endpoint whose labels are all known. */
  public Endpoint endpoint(String name) {
    if (chance(25)) {
      return new Endpoint.External(
          IpAddress.of(
              oneOf(
                  "203.0.113.5",
                  "203.0.113.200",
                  "8.8.8.8",
                  "10.3.3.3",
                  "2001:db8::5",
                  "2600::1")));
    }
    Map<String, String> labels = new TreeMap<>();
    if (chance(75)) {
      labels.put("app", oneOf("a", "b", "zz"));
    }
    if (chance(50)) {
      labels.put("tier", oneOf("t", "u", "zz"));
    }
    List<NamedPort> named = new ArrayList<>();
    if (chance(40)) {
      named.add(
          new NamedPort(oneOf("web", "dns"), oneOf(Protocol.values()), oneOf(80, 85, 99), false));
    }
    List<IpAddress> addresses =
        List.of(
            IpAddress.of(oneOf("10.244.3.4", "10.244.9.9")),
            IpAddress.of(oneOf("fd00::5", "fd00:1::9")));
    return new Endpoint.Pod(namespace(), name, labels, named, false, "", addresses);
  }

  private Namespace namespace() {
    return Namespace.declared(
        oneOf("n1", "n2", "elsewhere"),
        chance(60) ? Map.of("env", oneOf("x", "y", "zz")) : Map.of());
  }
}

package dev.zonec.verifier.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The rows of an exposure equal the decisions of the semantics, for pods that are not deployed and
 * for addresses.
 */
final class ExposureProperty {
  private static final List<Map<String, String>> LABELS =
      List.of(Map.of(), Map.of("env", "x"), Map.of("env", "y"), Map.of("env", "zz"));

  private static int exposed;
  private static int sealed;

  @AfterContainer
  static void bothResultsOccurred() {
    assertThat(exposed).isGreaterThan(500);
    assertThat(sealed).isGreaterThan(500);
  }

  @Property(tries = 400)
  void rowsEqualTheDecisionsOfTheSemantics(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading may = random.reading().withPermissive(true);
    Cluster ranges = random.cluster();
    Cluster cluster = new ClusterAddresses(world, ranges).seen();
    ExposureEngine engine = new ExposureEngine(world, program(ranges), may);
    if (!engine.exact()) {
      return;
    }
    for (Exposure exposure : engine.exposures()) {
      for (int i = 0; i < 20; i++) {
        Endpoint other = random.chance(30) ? address(random, cluster) : pod(random, world, cluster);
        if (random.oneOf(random.transports()) instanceof Transport.Ported ported) {
          Sample sample = new Sample(exposure, other, ported, cluster);
          check(sample, Direction.INGRESS, world, may);
          check(sample, Direction.EGRESS, world, may);
        }
      }
    }
  }

  @Property(tries = 200)
  void groupsContainTheExposureOfEachWorkload(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    List<Exposure> exposures =
        new ExposureEngine(world, program(random.cluster()), random.reading().withPermissive(true))
            .exposures();
    List<ExposureGroup> groups = ExposureGroup.of(exposures);
    for (Exposure each : exposures) {
      List<ExposureGroup> own =
          groups.stream()
              .filter(group -> group.workloads().stream().anyMatch(name -> isIn(each, name)))
              .toList();
      assertThat(own).hasSize(1);
      assertThat(own.getFirst().ingress()).isEqualTo(each.ingress());
      assertThat(own.getFirst().egress()).isEqualTo(each.egress());
    }
    assertThat(groups).doesNotHaveDuplicates();
  }

  private static boolean isIn(Exposure exposure, String name) {
    return name.equals("*/*")
        || name.equals(exposure.workload().pod().namespace().name() + "/*")
        || name.equals(exposure.workload().label());
  }

  /** An endpoint that may connect, and the exposure whose rows should cover it. */
  private record Sample(
      Exposure exposure, Endpoint other, Transport.Ported transport, Cluster cluster) {
    Endpoint.Pod self() {
      return exposure.workload().pod();
    }

    boolean isExposed(Direction direction) {
      List<Exposure.Row> rows =
          direction == Direction.INGRESS ? exposure.ingress() : exposure.egress();
      Endpoint destination = direction == Direction.INGRESS ? self() : other;
      return rows.stream()
          .anyMatch(row -> isIn(other, row.peers()) && opens(row.ports(), transport, destination));
    }

    boolean isAdmitted(Direction direction, Semantics semantics, Endpoint.Pod self) {
      boolean incoming = direction == Direction.INGRESS;
      for (Family family : families(other, cluster)) {
        Connection connection =
            incoming
                ? new Connection(other, self, family, transport)
                : new Connection(self, other, family, transport);
        Decision decision = semantics.decide(connection);
        if (decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
            && (incoming ? ingress : egress).admits()) {
          return true;
        }
      }
      return false;
    }
  }

  private static void check(Sample sample, Direction direction, World world, Reading may) {
    boolean exposedTo = sample.isExposed(direction);
    boolean isAdmitted =
        sample.isAdmitted(direction, new Semantics(world, may, sample.cluster()), sample.self());
    if (sample.self().namespace().declared()) {
      assertThat(exposedTo)
          .as("%s %s under %s in %s", sample, direction, may, world)
          .isEqualTo(isAdmitted);
      exposed += isAdmitted ? 1 : 0;
      sealed += isAdmitted ? 0 : 1;
      return;
    }
    // The semantics evaluates each rule with the value of an unknown label that suits the rule; a
    // box has one value.
    assertThat(!exposedTo || isAdmitted)
        .as("%s %s under %s in %s", sample, direction, may, world)
        .isTrue();
    for (Map<String, String> labels : LABELS) {
      Endpoint.Pod pod = sample.self();
      Namespace known = Namespace.declared(pod.namespace().name(), labels);
      Endpoint.Pod self =
          new Endpoint.Pod(
              known,
              pod.name(),
              pod.labels(),
              pod.namedPorts(),
              pod.hostNetwork(),
              pod.node(),
              pod.addresses());
      assertThat(
              exposedTo
                  || !sample.isAdmitted(
                      direction, new Semantics(world, may, sample.cluster()), self))
          .as("%s %s under %s in %s with %s", sample, direction, may, world, labels)
          .isTrue();
    }
  }

  private static List<Family> families(Endpoint other, Cluster cluster) {
    return switch (other) {
      case Endpoint.External(IpAddress address) -> List.of(address.family());
      case Endpoint.Pod pod -> podFamilies(cluster);
      case Endpoint.Node node -> List.of();
    };
  }

  private static List<Family> podFamilies(Cluster cluster) {
    return Arrays.stream(Family.values())
        .filter(family -> !cluster.podAddresses(family).isEmpty())
        .toList();
  }

  /** Under MAY, the port name of a sidecar counts only where this allows more. */
  @Example
  void aDenyForASidecarPortNameIsNotCertain() {
    Span span = new Span(new SourceText("sidecar", ""), 0, 0);
    Namespace namespace = Namespace.declared("shop", Map.of());
    List<NamedPort> ports = List.of(new NamedPort("dns", Protocol.TCP, 80, true));
    Endpoint.Pod pod = new Endpoint.Pod(namespace, "web", Map.of(), ports, false, "", List.of());
    ClusterRule deny =
        new ClusterRule(
            "",
            Action.DENY,
            List.of(new ClusterPeer.Pods(Selector.EVERYTHING, Selector.EVERYTHING, span)),
            List.of(new PolicyPort(new PortClause.Named(Protocol.TCP, "dns"), span)),
            span);
    ClusterPolicy policy =
        new ClusterPolicy(
            "ClusterNetworkPolicy",
            "no-dns",
            Tier.ADMIN,
            1,
            new PolicySubject(Selector.EVERYTHING, Selector.EVERYTHING),
            List.of(deny),
            List.of(),
            span);
    World world =
        new World(
            List.of(namespace),
            List.of(new Workload(pod, "Pod", "web", span)),
            List.of(),
            List.of(),
            List.of(policy));
    assertThat(portsForPods(world, Reading.MAY)).containsExactly("any");
    assertThat(portsForPods(world, Reading.MAY.with(Knob.SIDECAR_NAMED_PORTS, "no")))
        .containsExactly("any");
    assertThat(portsForPods(world, Reading.MAY.with(Knob.SIDECAR_NAMED_PORTS, "yes")))
        .containsExactly("tcp/1-79", "tcp/81-65535", "udp", "sctp");
  }

  private static List<String> portsForPods(World world, Reading may) {
    return new ExposureEngine(world, program(Cluster.UNDECLARED), may)
        .exposures().getFirst().ingress().stream()
            .filter(
                row ->
                    row.peers() instanceof PeerSet.EveryPod
                        || row.peers() instanceof PeerSet.Anyone)
            .flatMap(row -> row.ports().stream())
            .toList();
  }

  private static ZoneProgram program(Cluster cluster) {
    return new ZoneProgram(
        "m", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
  }

  private static Endpoint address(RandomWorld random, Cluster cluster) {
    List<Endpoint> some =
        Stream.of("203.0.113.5", "203.0.113.200", "8.8.8.8", "192.0.2.9", "10.0.0.7", "10.1.2.3")
            .map(IpAddress::of)
            .<Endpoint>map(Endpoint.External::new)
            .collect(Collectors.toCollection(ArrayList::new));
    Stream.of("2001:db8::5", "2600::1", "fd00::5")
        .map(IpAddress::of)
        .forEach(address -> some.add(new Endpoint.External(address)));
    some.removeIf(
        end ->
            end instanceof Endpoint.External(IpAddress address)
                && !cluster.externalAddresses(address.family()).contains(address));
    return random.oneOf(some);
  }

  private static Endpoint.Pod pod(RandomWorld random, World world, Cluster cluster) {
    List<Namespace> namespaces =
        new ArrayList<>(world.namespaces().stream().filter(Namespace::declared).toList());
    namespaces.add(Namespace.declared("fresh", random.oneOf(LABELS)));
    Map<String, String> labels = new TreeMap<>();
    for (String key : List.of("app", "role", "tier")) {
      if (random.chance(60)) {
        labels.put(key, random.oneOf(List.of("a", "b", "t", "u", "zz")));
      }
    }
    List<NamedPort> named = new ArrayList<>();
    if (random.chance(60)) {
      named.add(
          new NamedPort(
              random.oneOf(List.of("web", "dns")),
              random.oneOf(List.of(Protocol.TCP, Protocol.UDP)),
              random.oneOf(List.of(80, 85, 99)),
              false));
    }
    List<IpAddress> addresses = new ArrayList<>();
    for (Family family : podFamilies(cluster)) {
      List<IpAddress> some =
          Stream.of(
                  "10.244.3.4",
                  "10.244.9.9",
                  "10.1.2.3",
                  "10.0.0.7",
                  "192.0.2.9",
                  "fd00::5",
                  "fd00:1::9")
              .map(IpAddress::of)
              .filter(address -> address.family() == family)
              .filter(address -> cluster.podAddresses(family).contains(address))
              .toList();
      addresses.add(random.oneOf(some));
    }
    return new Endpoint.Pod(
        random.oneOf(namespaces), "tomorrow", labels, named, false, "", addresses);
  }

  private static boolean isIn(Endpoint other, PeerSet peers) {
    return switch (peers) {
      case PeerSet.Anyone anyone -> true;
      case PeerSet.EveryPod every -> other instanceof Endpoint.Pod;
      case PeerSet.Internet internet -> false;
      case PeerSet.Addresses(var ranges) ->
          other instanceof Endpoint.External(IpAddress address)
              && ranges.stream().anyMatch(range -> isIn(address, range));
      case PeerSet.Pods(var namespaces, var namespaceLabels, var podLabels, var addresses) ->
          other instanceof Endpoint.Pod pod
              && inNamespaces(pod.namespace().name(), namespaces)
              && namespaceLabels.stream().allMatch(c -> meets(pod.namespace().labels(), c))
              && podLabels.stream().allMatch(c -> meets(pod.labels(), c))
              && Arrays.stream(Family.values()).allMatch(f -> isAt(pod, f, addresses));
    };
  }

  /** Whether the pod has an address in {@code ranges}, if the list has ranges of {@code family}. */
  private static boolean isAt(Endpoint.Pod pod, Family family, List<String> ranges) {
    List<String> own =
        ranges.stream().filter(r -> IpAddress.of(r.split("[-/]")[0]).family() == family).toList();
    return own.isEmpty()
        || pod.addresses().stream()
            .filter(address -> address.family() == family)
            .anyMatch(address -> own.stream().anyMatch(range -> isIn(address, range)));
  }

  private static boolean isIn(IpAddress address, String range) {
    if (range.contains("/")) {
      return Cidr.of(range).contains(address);
    }
    String[] ends = range.split("-");
    IpAddress first = IpAddress.of(ends[0]);
    IpAddress last = IpAddress.of(ends[ends.length - 1]);
    return address.family() == first.family()
        && first.value().compareTo(address.value()) <= 0
        && address.value().compareTo(last.value()) <= 0;
  }

  private static boolean inNamespaces(String name, PeerSet.Namespaces namespaces) {
    return switch (namespaces) {
      case PeerSet.Namespaces.Any any -> true;
      case PeerSet.Namespaces.In(var names) -> names.contains(name);
      case PeerSet.Namespaces.AllBut(var names) -> !names.contains(name);
    };
  }

  /** Evaluates a condition of a description, such as {@code app in (a, b)}. */
  private static boolean meets(Map<String, String> labels, String condition) {
    int or = condition.indexOf(" or ");
    if (or >= 0) {
      return meets(labels, condition.substring(0, or))
          || meets(labels, condition.substring(or + 4));
    }
    if (condition.startsWith("!")) {
      return !labels.containsKey(condition.substring(1));
    }
    for (String word : List.of(" notin ", " in ", "=")) {
      int at = condition.indexOf(word);
      if (at >= 0) {
        String value = labels.get(condition.substring(0, at));
        String listed = condition.substring(at + word.length()).replaceAll("[()]", "");
        boolean in = value != null && Arrays.asList(listed.split(", ")).contains(value);
        return word.equals(" notin ") != in;
      }
    }
    return labels.containsKey(condition);
  }

  /** Evaluates the text of ports, such as {@code tcp/80-90 as "web" but not "dns"}. */
  private static boolean opens(
      List<String> ports, Transport.Ported transport, Endpoint destination) {
    return ports.stream().anyMatch(text -> opens(text, transport, destination));
  }

  private static boolean opens(String text, Transport.Ported transport, Endpoint destination) {
    int not = text.indexOf(" but not ");
    if (not >= 0) {
      return opens(text.substring(0, not), transport, destination)
          && quoted(text.substring(not)).stream()
              .noneMatch(n -> hasName(destination, transport, n));
    }
    int as = text.indexOf(" as ");
    if (as >= 0) {
      return opens(text.substring(0, as), transport, destination)
          && quoted(text.substring(as)).stream().allMatch(n -> hasName(destination, transport, n));
    }
    String protocol = transport.protocol().name().toLowerCase(Locale.ROOT);
    if (text.equals("any") || text.equals(protocol)) {
      return true;
    }
    if (!text.startsWith(protocol + "/")) {
      return false;
    }
    if (text.contains("\"")) {
      return quoted(text).stream().allMatch(name -> hasName(destination, transport, name));
    }
    String[] range = text.substring(protocol.length() + 1).split("-");
    return Integer.parseInt(range[0]) <= transport.port()
        && transport.port() <= Integer.parseInt(range[range.length - 1]);
  }

  private static List<String> quoted(String text) {
    return Pattern.compile("\"([^\"]+)\"").matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static boolean hasName(Endpoint destination, Transport.Ported transport, String name) {
    return destination instanceof Endpoint.Pod pod
        && pod.namedPorts().stream()
            .anyMatch(
                port ->
                    port.name().equals(name)
                        && port.port() == transport.port()
                        && port.protocol() == transport.protocol());
  }
}

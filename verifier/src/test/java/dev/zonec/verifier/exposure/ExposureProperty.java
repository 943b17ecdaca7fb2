package dev.zonec.verifier.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.cluster.Action;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.policy.cluster.Subject;
import dev.zonec.verifier.policy.cluster.Tier;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** What the rows say of pods that do not exist is what the semantics would decide if they did. */
final class ExposureProperty {
  private static int exposed;
  private static int sealed;

  @AfterContainer
  static void bothWereSeen() {
    assertThat(exposed).isGreaterThan(500);
    assertThat(sealed).isGreaterThan(500);
  }

  @Property(tries = 500)
  void rowsAreWhatPodsThatMayComeWouldMeet(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading may = random.reading().withPermissive(true);
    Cluster cluster = random.cluster();
    ExposureEngine engine = new ExposureEngine(world, program(cluster), may);
    if (!engine.exact()) {
      return;
    }
    Semantics semantics = new Semantics(world, may, cluster);
    for (Exposure exposure : engine.exposures()) {
      Endpoint.Pod self = exposure.workload().pod();
      boolean elsewhere =
          self.addresses().stream()
              .anyMatch(address -> !cluster.podAddresses(address.family()).contains(address));
      if (self.hostNetwork() || !self.namespace().declared() || elsewhere) {
        continue;
      }
      for (int i = 0; i < 12; i++) {
        Endpoint.Pod other = hypothetical(random, world);
        if (random.oneOf(random.transports()) instanceof Transport.Ported ported) {
          boolean says = covers(exposure.ingress(), other, ported);
          boolean is = admits(semantics, other, self, ported);
          assertThat(says)
              .as("%s -> %s on %s: %s in %s", other, self, ported, exposure.ingress(), world)
              .isEqualTo(is);
          exposed += is ? 1 : 0;
          sealed += is ? 0 : 1;
        }
      }
    }
  }

  /** Under MAY the name of a sidecar's port may count where that allows more, and only there. */
  @Example
  void aRuleThatDeniesASidecarsNameDeniesNothingForSure() {
    Span site = new Span(new SourceText("sidecar", ""), 0, 0);
    Namespace namespace = Namespace.declared("shop", Map.of());
    List<NamedPort> ports = List.of(new NamedPort("dns", Protocol.TCP, 80, true));
    Endpoint.Pod pod = new Endpoint.Pod(namespace, "web", Map.of(), ports, false, "", List.of());
    ClusterRule deny =
        new ClusterRule(
            "",
            Action.DENY,
            List.of(new ClusterPeer.Pods(Selector.EVERYTHING, Selector.EVERYTHING, site)),
            List.of(new PolicyPort(new PortClause.Named(Protocol.TCP, "dns"), site)),
            site);
    ClusterPolicy policy =
        new ClusterPolicy(
            "ClusterNetworkPolicy",
            "no-dns",
            Tier.ADMIN,
            1,
            new Subject(Selector.EVERYTHING, Selector.EVERYTHING),
            List.of(deny),
            List.of(),
            site);
    World world =
        new World(
            List.of(namespace),
            List.of(new Workload(pod, "Pod", "web", site)),
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
            .filter(row -> row.who() instanceof Who.EveryPod)
            .flatMap(row -> row.ports().stream())
            .toList();
  }

  private static ZoneProgram program(Cluster cluster) {
    return new ZoneProgram(
        "m", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
  }

  private static Endpoint.Pod hypothetical(RandomWorld random, World world) {
    List<Namespace> namespaces =
        new ArrayList<>(world.namespaces().stream().filter(Namespace::declared).toList());
    namespaces.add(
        Namespace.declared(
            "fresh", random.chance(60) ? Map.of("env", random.oneOf(values())) : Map.of()));
    Map<String, String> labels = new TreeMap<>();
    for (String key : List.of("app", "role", "tier")) {
      if (random.chance(60)) {
        labels.put(key, random.oneOf(List.of("a", "b", "zz")));
      }
    }
    return new Endpoint.Pod(
        random.oneOf(namespaces), "tomorrow", labels, List.of(), false, "", List.of());
  }

  private static List<String> values() {
    return List.of("x", "y", "zz");
  }

  private static boolean admits(
      Semantics semantics, Endpoint.Pod other, Endpoint.Pod self, Transport transport) {
    for (Family family : Family.values()) {
      Decision decision = semantics.decide(new Connection(other, self, family, transport));
      if (decision instanceof Decision.Judged judged && judged.ingress().admits()) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(
      List<Exposure.Row> rows, Endpoint.Pod other, Transport.Ported transport) {
    return rows.stream()
        .anyMatch(row -> isOneOf(other, row.who()) && opens(row.ports(), transport));
  }

  private static boolean isOneOf(Endpoint.Pod pod, Who who) {
    return switch (who) {
      case Who.EveryPod every -> true;
      case Who.Internet internet -> false;
      case Who.Addresses addresses -> false;
      case Who.Pods(var namespaces, var namespaceLabels, var podLabels, var addresses) ->
          inNamespaces(pod.namespace().name(), namespaces)
              && namespaceLabels.stream().allMatch(c -> meets(pod.namespace().labels(), c))
              && podLabels.stream().allMatch(c -> meets(pod.labels(), c));
    };
  }

  private static boolean inNamespaces(String name, List<String> namespaces) {
    if (namespaces.isEmpty()) {
      return true;
    }
    return namespaces.getFirst().startsWith("not ")
        ? !namespaces.contains("not " + name)
        : namespaces.contains(name);
  }

  /** Reads a condition as a person would. */
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

  private static boolean opens(List<String> ports, Transport.Ported transport) {
    String protocol = transport.protocol().name().toLowerCase(java.util.Locale.ROOT);
    for (String text : ports) {
      if (text.equals("any") || text.equals(protocol)) {
        return true;
      }
      if (text.startsWith(protocol + "/")) {
        String[] range = text.substring(protocol.length() + 1).split("-");
        int first = Integer.parseInt(range[0]);
        int last = Integer.parseInt(range[range.length - 1]);
        if (first <= transport.port() && transport.port() <= last) {
          return true;
        }
      }
    }
    return false;
  }
}

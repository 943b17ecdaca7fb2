package dev.zonec.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.query.Relabelling;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** The gains of changed labels are those that trying every combination of labels finds. */
final class RelabellingProperty {
  private static final Span SPAN = new Span(new SourceText("end", "p0"), 0, 1);
  private static final List<String> APPS = List.of("a", "b", "other", "zz");
  private static final List<String> TIERS = List.of("", "other", "t", "u", "zz");

  /** A port on each side of every boundary of {@link RandomWorld}. */
  private static final List<Transport> TRANSPORTS =
      Stream.of(Protocol.values())
          .flatMap(
              protocol ->
                  Stream.of(1, 79, 80, 85, 90, 91, 99, 65535)
                      .map(port -> (Transport) new Transport.Ported(protocol, port)))
          .toList();

  /** The worlds in which changed labels opened a port. */
  private static int gaining;

  @AfterContainer
  static void portsWereGainedInSomeWorlds() {
    assertThat(gaining).isPositive();
  }

  @Property(tries = 60)
  void gainsAreThoseOfEveryCombination(@ForAll long seed) {
    assertThat(
            Bounded.by(
                () -> Deadline.in(Duration.ofSeconds(60)),
                () -> {
                  check(seed);
                  return true;
                }))
        .as("in time")
        .isPresent();
  }

  /** A denial for namespaces whose labels are not known depends on labels of the pod. */
  @Example
  void labelsOfUndeclaredNamespacesCanMatch() {
    check(15853);
  }

  private static void check(long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    LabelTrust trust = trust(random);
    ZoneProgram program = program(new ClusterAddresses(world, random.cluster()).seen(), trust);
    Set<String> namespaces = new TreeSet<>(Set.of(random.oneOf(List.of("n1", "n2"))));
    if (random.chance(30)) {
      namespaces.add("n3");
    }
    Endpoint.Pod own = world.workloads().getFirst().pod();
    Query.End end = new Query.End.OfWorkload(own.namespace().name(), own.name(), SPAN);
    QueryEngine engine = new QueryEngine(world, program, reading);
    Relabelling relabelling = engine.relabelled(end, namespaces);
    assertThat(relabelling.complete()).isTrue();

    Brute brute =
        new Brute(
            new Semantics(world, reading, program.cluster()),
            reading,
            TRANSPORTS,
            random.ends(world).stream().filter(each -> isListed(each, program)).toList(),
            pod ->
                namespaces.contains(pod.namespace().name()) ? variants(pod, trust) : List.of(pod),
            new HashMap<>());
    Map<Endpoint, Integer> before = brute.reach(own, false);
    Map<Endpoint, Integer> after = brute.reach(own, true);
    boolean gained = false;
    for (Endpoint to : brute.ends()) {
      if (to.equals(own)) {
        continue;
      }
      Set<Transport> expected = brute.open(after.keySet(), to, true);
      expected.removeAll(brute.open(before.keySet(), to, false));
      List<Relabelling.Gain> gains =
          relabelling.gains().stream().filter(gain -> isOf(gain, to)).toList();
      Set<Transport> found = new LinkedHashSet<>();
      for (Transport transport : brute.transports()) {
        if (gains.stream().anyMatch(gain -> opens(gain, (Transport.Ported) transport))) {
          found.add(transport);
        }
      }
      assertThat(found).as("to %s in %s %s", to, world, reading).isEqualTo(expected);
      gained |= !found.isEmpty();
      if (!before.containsKey(to) && after.containsKey(to)) {
        assertThat(gains.getFirst().path()).hasSize(after.get(to));
      }
      for (Relabelling.Gain gain : gains) {
        Endpoint at = own;
        for (Relabelling.Hop hop : gain.path()) {
          assertThat(hop.hop().from().endpoint()).isEqualTo(at);
          assertThat(hop.hop().decision().isAllowed()).isTrue();
          at = hop.hop().to().endpoint();
          for (String key : hop.from().changes().keySet()) {
            assertThat(trust.of(key)).isNotEqualTo(LabelTrust.Level.ADMIN_ONLY);
          }
        }
      }
    }
    gaining += gained ? 1 : 0;
  }

  /** Whether answers list the end: addresses of pods and nodes are no ends of their own. */
  private static boolean isListed(Endpoint end, ZoneProgram program) {
    return switch (end) {
      case Endpoint.Pod pod -> true;
      case Endpoint.Node node -> false;
      case Endpoint.External(IpAddress address) ->
          program.cluster().externalAddresses(address.family()).contains(address);
    };
  }

  private static boolean isOf(Relabelling.Gain gain, Endpoint to) {
    return to instanceof Endpoint.External(IpAddress address)
        ? gain.end().blocks().stream().anyMatch(block -> block.contains(address))
        : gain.end().endpoint().equals(to);
  }

  private static boolean opens(Relabelling.Gain gain, Transport.Ported ported) {
    return Optional.ofNullable(gain.last().hop().ports().ranges().get(ported.protocol()))
        .filter(ranges -> ranges.contains(ported.port()))
        .isPresent();
  }

  private static List<Endpoint.Pod> variants(Endpoint.Pod pod, LabelTrust trust) {
    List<Endpoint.Pod> variants = new ArrayList<>();
    for (Optional<String> app : values("app", APPS, pod, trust)) {
      for (Optional<String> tier : values("tier", TIERS, pod, trust)) {
        Map<String, String> labels = new TreeMap<>(pod.labels());
        labels.keySet().removeAll(Set.of("app", "tier"));
        app.ifPresent(value -> labels.put("app", value));
        tier.ifPresent(value -> labels.put("tier", value));
        variants.add(pod.withLabels(labels));
      }
    }
    return variants;
  }

  private static List<Optional<String>> values(
      String key, List<String> values, Endpoint.Pod pod, LabelTrust trust) {
    @Nullable String own = pod.labels().get(key);
    boolean fixed =
        trust.of(key) == LabelTrust.Level.ADMIN_ONLY
            || (trust.of(key) == LabelTrust.Level.IMMUTABLE && own != null);
    if (fixed) {
      return List.of(Optional.ofNullable(own));
    }
    List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
    values.forEach(value -> all.add(Optional.of(value)));
    return all;
  }

  private static LabelTrust trust(RandomWorld random) {
    TreeMap<String, LabelTrust.Level> levels = new TreeMap<>();
    for (String key : List.of("app", "tier")) {
      if (random.chance(25)) {
        levels.put(key, random.oneOf(List.of(LabelTrust.Level.values())));
      }
    }
    return new LabelTrust(levels);
  }

  private static ZoneProgram program(Cluster cluster, LabelTrust trust) {
    return new ZoneProgram(
        "test",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Defaults.STANDARD,
        cluster,
        false,
        trust,
        List.of(),
        List.of());
  }

  /** Returns the pods that a pod can become. */
  private interface Variants {
    List<Endpoint.Pod> of(Endpoint.Pod pod);
  }

  /** Tries every combination of labels at both ends of each connection. */
  private record Brute(
      Semantics semantics,
      Reading reading,
      List<Transport> transports,
      List<Endpoint> ends,
      Variants variants,
      Map<Asked, Boolean> known) {
    /** A question about a connection. */
    private record Asked(Endpoint from, Endpoint to, Transport transport, boolean changed) {}

    /** Returns the number of hops to each end that is reached. */
    Map<Endpoint, Integer> reach(Endpoint own, boolean changed) {
      Map<Endpoint, Integer> hops = new LinkedHashMap<>(Map.of(own, 0));
      List<Endpoint> going = new ArrayList<>(List.of(own));
      while (!going.isEmpty()) {
        Endpoint from = going.removeFirst();
        if (from instanceof Endpoint.External) {
          continue;
        }
        for (Endpoint to : ends) {
          if (!hops.containsKey(to) && !open(Set.of(from), to, changed).isEmpty()) {
            hops.put(to, hops.get(from) + 1);
            going.add(to);
          }
        }
      }
      return hops;
    }

    Set<Transport> open(Set<Endpoint> sources, Endpoint to, boolean changed) {
      Set<Transport> open = new LinkedHashSet<>();
      for (Endpoint from : sources) {
        if (from.equals(to) || from instanceof Endpoint.External) {
          continue;
        }
        for (Transport transport : transports) {
          if (!open.contains(transport)
              && known.computeIfAbsent(new Asked(from, to, transport, changed), this::opens)) {
            open.add(transport);
          }
        }
      }
      return open;
    }

    private boolean opens(Asked asked) {
      for (Endpoint source : all(asked.from(), asked.changed())) {
        for (Endpoint destination : all(asked.to(), asked.changed())) {
          List<Family> families = Connection.families(source, destination);
          long allowing =
              families.stream()
                  .filter(
                      family ->
                          semantics
                              .decide(
                                  new Connection(source, destination, family, asked.transport()))
                              .isAllowed())
                  .count();
          if (!families.isEmpty() && allowing >= (reading.permissive() ? 1 : families.size())) {
            return true;
          }
        }
      }
      return false;
    }

    private List<? extends Endpoint> all(Endpoint end, boolean changed) {
      return changed && end instanceof Endpoint.Pod pod ? variants.of(pod) : List.of(end);
    }
  }
}

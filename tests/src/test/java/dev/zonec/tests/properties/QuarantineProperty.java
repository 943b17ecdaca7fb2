package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.PodSet;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.Relabelling;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.response.quarantine.AllowedSource;
import dev.zonec.response.quarantine.Isolation;
import dev.zonec.response.quarantine.Means;
import dev.zonec.response.quarantine.Quarantine;
import dev.zonec.response.quarantine.Target;
import dev.zonec.response.quarantine.TargetPods;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Quarantines in random worlds. After the change, the concrete semantics allows the pod nothing but
 * the allowed connections, and everything between other ends is as before. If the answer is that no
 * change isolates the pod, then a connection stays possible for all labels, with all
 * NetworkPolicies narrowed and the denial of the means in place.
 */
final class QuarantineProperty {
  /** The number of worlds, such as 10,000 for a long run. */
  private static final int WORLDS = Integer.getInteger("zonec.worlds", 120);

  /** The seed of the first world, so that a long run can be divided. */
  private static final long FIRST = Long.getLong("zonec.world", 0);

  private static final Span SPAN = new Span(new SourceText("random.yaml", ""), 0, 0);
  private static final int[] PORTS = {80, 85, 443, 4242};
  private static final List<Optional<String>> APPS =
      List.of(Optional.empty(), Optional.of("a"), Optional.of("b"), Optional.of("new"));
  private static final List<Optional<String>> TIERS =
      List.of(Optional.empty(), Optional.of("t"), Optional.of("new"));

  private int isolated;
  private int relabelled;
  private int narrowed;
  private int byPlugins;
  private int otherLabels;
  private int impossible;

  @Test
  void aPodIsCutOffOrNoChangeDoesIt() {
    for (long seed = FIRST; seed < FIRST + WORLDS; seed++) {
      check(seed);
    }
    System.out.printf(
        "%d worlds: %d isolated (%d with other labels, %d with narrowed policies, %d with a denial"
            + " of a network plugin, %d with labels that were searched for), %d impossible%n",
        WORLDS, isolated, relabelled, narrowed, byPlugins, otherLabels, impossible);
    assertThat(isolated).isGreaterThan(WORLDS / 2);
    assertThat(byPlugins).isGreaterThan(WORLDS / 10);
    assertThat(relabelled).isGreaterThan(WORLDS / 10);
    assertThat(narrowed).isGreaterThan(WORLDS / 20);
    assertThat(impossible).isGreaterThan(WORLDS / 60);
  }

  private void check(long seed) {
    Random random = new Random(seed);
    RandomPolicies ends = new RandomPolicies(seed);
    List<ClusterPolicy> clusterPolicies = new RandomClusterPolicies(seed).policies(2);
    World world =
        ends.world().withClusterPolicies(random.nextInt(3) == 0 ? List.of() : clusterPolicies);
    Endpoint.Pod pod = pod(ends, world);
    Means means =
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> Means.IN_USE;
          case 3, 4, 5 -> Means.NETWORK_POLICY;
          case 6 -> Means.CILIUM;
          default -> Means.CALICO;
        };
    Workload workload = new Workload(pod, "Pod", pod.name(), SPAN);
    List<AllowedSource> allowed =
        random.nextInt(4) == 0 ? List.of(new AllowedSource("n2", podsOf("n2", "zz"))) : List.of();
    Isolation isolation =
        new Isolation(
            "q",
            List.of(
                new Target(pod.namespace(), List.of(new TargetPods(workload, Optional.empty())))),
            allowed,
            means,
            random.nextInt(4) == 0);
    List<Quarantine.Attempt> attempts =
        new Quarantine(
                world,
                Cluster.UNDECLARED,
                Reading.MAY,
                List.of(),
                new Coverage.Whole(),
                PluginPolicies.NONE)
            .attempts(isolation, Deadline.never());
    Quarantine.Attempt last = attempts.getLast();
    List<Endpoint> others = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      others.add(ends.endpoint("other" + i));
    }
    switch (last.isolated()) {
      case Verdict.Proved proved -> {
        isolated++;
        otherLabels += attempts.size() > 5 ? 1 : 0;
        byPlugins += last.change().meanings().isEmpty() ? 0 : 1;
        relabelled +=
            last.change().relabelled().stream().anyMatch(each -> !each.removed().isEmpty()) ? 1 : 0;
        narrowed += last.change().narrowed().isEmpty() ? 0 : 1;
        checkIsolated(seed, world, pod, last, allowed, others);
        if (isolation.keepLabels()) {
          // A pod of the workload can have labels that the template does not show.
          for (Optional<String> app : APPS) {
            for (Optional<String> tier : TIERS) {
              Map<String, String> more = new TreeMap<>();
              app.ifPresent(value -> more.put("app", value));
              tier.ifPresent(value -> more.put("tier", value));
              more.putAll(pod.labels());
              checkIsolated(seed, world, labelled(pod, more), last, allowed, others);
            }
          }
        }
      }
      case Verdict.Refuted(var counterexamples) -> {
        impossible++;
        // A tier of Calico that comes first decides everything.
        assertThat(means).as("seed %s", seed).isNotEqualTo(Means.CALICO);
        assertThat(counterexamples).as("seed %s", seed).isNotEmpty();
        assertThat(
                isolation.keepLabels()
                    || isPossibleForAllLabels(
                        world, pod, last.change(), peers(attempts, others, allowed)))
            .as("seed %s: %s", seed, counterexamples.getFirst().hops())
            .isTrue();
      }
      default -> throw new AssertionError("seed " + seed + ": " + last.isolated());
    }
  }

  private static Endpoint.Pod pod(RandomPolicies ends, World world) {
    for (int i = 0; ; i++) {
      if (ends.endpoint("target" + i) instanceof Endpoint.Pod pod
          && world.namespaces().contains(pod.namespace())) {
        return pod;
      }
    }
  }

  private static PodSet podsOf(String namespace, String app) {
    return new PodSet(
        List.of(
            new PodSet.Term(
                new PodSet.NamespaceSet.Named(
                    new TreeSet<>(List.of(namespace)), Selector.EVERYTHING),
                new Selector(List.of(new Requirement.In("app", new TreeSet<>(List.of(app))))))));
  }

  private static void checkIsolated(
      long seed,
      World world,
      Endpoint.Pod pod,
      Quarantine.Attempt attempt,
      List<AllowedSource> allowed,
      List<Endpoint> others) {
    Relabelling labels = attempt.change().relabelled().getFirst();
    Endpoint.Pod after = labelled(pod, labels.after(pod.labels()));
    World changed = attempt.change().in(world);
    Semantics was = new Semantics(world, Reading.MAY, Cluster.UNDECLARED);
    Semantics is = new Semantics(changed, Reading.MAY, Cluster.UNDECLARED);
    PluginTexts plugins = PluginTexts.of(attempt.change());
    for (Endpoint other : others) {
      boolean mayConnect =
          other instanceof Endpoint.Pod source
              && allowed.stream().anyMatch(each -> each.pods().contains(source));
      connections(other, after)
          .filter(each -> !mayConnect)
          .forEach(
              each ->
                  assertThat(is.decide(each).isAllowed()).as("seed %s: %s", seed, each).isFalse());
      connections(after, other)
          .forEach(
              each ->
                  assertThat(is.decide(each).isAllowed()).as("seed %s: %s", seed, each).isFalse());
      if (!plugins.isEmpty()) {
        connections(other, after)
            .forEach(
                each ->
                    assertThat(plugins.denies(each))
                        .as("seed %s: %s", seed, each)
                        .isEqualTo(!mayConnect));
        connections(after, other)
            .forEach(
                each -> assertThat(plugins.denies(each)).as("seed %s: %s", seed, each).isTrue());
      }
    }
    for (int i = 0; i + 1 < others.size(); i++) {
      connections(others.get(i), others.get(i + 1))
          .forEach(
              each -> {
                assertThat(is.decide(each).isAllowed())
                    .as("seed %s: %s", seed, each)
                    .isEqualTo(was.decide(each).isAllowed());
                assertThat(plugins.denies(each)).as("seed %s: %s", seed, each).isFalse();
              });
    }
  }

  /** Returns the other ends of all counterexamples, and {@code others}, if not allowed. */
  private static List<Endpoint> peers(
      List<Quarantine.Attempt> attempts, List<Endpoint> others, List<AllowedSource> allowed) {
    List<Endpoint> peers = new ArrayList<>(others);
    for (Quarantine.Attempt attempt : attempts) {
      if (attempt.isolated() instanceof Verdict.Refuted(var counterexamples)) {
        for (Hop hop : counterexamples.getFirst().hops()) {
          boolean source = isQuarantined(hop.from().endpoint());
          peers.add(source ? hop.to().endpoint() : hop.from().endpoint());
        }
      }
    }
    peers.removeIf(
        peer ->
            peer instanceof Endpoint.Pod source
                && allowed.stream().anyMatch(each -> each.pods().contains(source)));
    return peers;
  }

  /**
   * Whether for every combination of labels a connection with one of {@code peers} stays possible,
   * even if no NetworkPolicy with rules selects the pod.
   *
   * @param all the change with all measures, whose cluster-scoped policies are in place
   */
  private static boolean isPossibleForAllLabels(
      World world, Endpoint.Pod pod, Change all, List<Endpoint> peers) {
    // At the pod, what stays possible is decided by the Admin tier alone.
    Selector free = new Selector(List.of(new Requirement.DoesNotExist(Quarantine.LABEL)));
    List<Policy> denyAll =
        List.of(
            new Policy(
                pod.namespace().name(),
                "deny",
                new Selector(
                    List.of(new Requirement.In(Quarantine.LABEL, new TreeSet<>(List.of("q"))))),
                EnumSet.allOf(Direction.class),
                List.of(),
                List.of(),
                new Author.Person(),
                SPAN));
    Semantics semantics =
        new Semantics(
            world
                .withPolicies(
                    Stream.concat(
                            world.policies().stream()
                                .map(
                                    policy ->
                                        new Policy(
                                            policy.namespace(),
                                            policy.name(),
                                            policy.subject().and(free),
                                            policy.directions(),
                                            policy.ingress(),
                                            policy.egress(),
                                            policy.author(),
                                            policy.span())),
                            denyAll.stream())
                        .toList())
                .withClusterPolicies(all.in(world).clusterPolicies()),
            Reading.MAY,
            Cluster.UNDECLARED);
    for (Optional<String> app : APPS) {
      for (Optional<String> tier : TIERS) {
        Map<String, String> labels = new TreeMap<>(Map.of(Quarantine.LABEL, "q"));
        app.ifPresent(value -> labels.put("app", value));
        tier.ifPresent(value -> labels.put("tier", value));
        Endpoint.Pod labelled = labelled(pod, labels);
        boolean possible =
            peers.stream()
                .map(peer -> isQuarantined(peer) ? labelled(pod, labels, "twin") : peer)
                .flatMap(
                    some -> Stream.concat(connections(some, labelled), connections(labelled, some)))
                .anyMatch(each -> semantics.decide(each).isAllowed());
        if (!possible) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isQuarantined(Endpoint endpoint) {
    return endpoint instanceof Endpoint.Pod pod && "q".equals(pod.labels().get(Quarantine.LABEL));
  }

  private static Endpoint.Pod labelled(Endpoint.Pod pod, Map<String, String> labels) {
    return labelled(pod, labels, pod.name());
  }

  private static Endpoint.Pod labelled(Endpoint.Pod pod, Map<String, String> labels, String name) {
    return new Endpoint.Pod(
        pod.namespace(), name, labels, pod.namedPorts(), false, "", pod.addresses());
  }

  private static Stream<Connection> connections(Endpoint from, Endpoint to) {
    if (!(from instanceof Endpoint.Pod) && !(to instanceof Endpoint.Pod)) {
      return Stream.empty();
    }
    List<Connection> all = new ArrayList<>();
    for (Family family : Connection.families(from, to)) {
      for (int port : PORTS) {
        all.add(new Connection(from, to, family, new Transport.Ported(Protocol.TCP, port)));
      }
      all.add(new Connection(from, to, family, new Transport.Ported(Protocol.UDP, 53)));
    }
    return all.stream();
  }
}

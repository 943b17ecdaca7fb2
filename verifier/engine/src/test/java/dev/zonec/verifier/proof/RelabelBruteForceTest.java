package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Verdicts about pods that set labels before they connect equal the result of listing every end
 * with all labels that it can wear. The worlds are as small as in {@link BruteForceTest}.
 */
final class RelabelBruteForceTest {
  private static final int[] PORTS = {79, 80, 81, 91};
  private static final List<String> APPS = List.of("", "a", "b", "zz");

  private static int robust;
  private static int broken;
  private static int brokenByLabelsOnly;
  private static int longer;

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void verdictsEqualTheResultOfListingEveryEnd(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading reading = random.reading();
    TreeSet<String> app = new TreeSet<>(Set.of("app"));
    SettableLabels settable =
        Math.floorMod(seed, 3) == 0
            ? new SettableLabels(new TreeSet<>(), app)
            : new SettableLabels(app, new TreeSet<>());
    Verification base =
        new Verification(world, program, reading, Deadline.in(Duration.ofMinutes(5)), List.of());
    Map<String, Verdict> before = new TreeMap<>();
    base.ofAssertions()
        .verdicts()
        .forEach(decided -> before.put(decided.claim().toString(), decided.verdict()));
    if (before.values().stream().noneMatch(Verdict.Proved.class::isInstance)) {
      // The labels of the attacker could break nothing.
      return;
    }
    VerificationResult result = base.relabelling(program, settable).ofAssertions();
    WornListing listing = new WornListing(world, program, reading, settable, result.assumed());
    for (ClaimVerdict decided : result.verdicts()) {
      if (!(decided.claim() instanceof Claim.Asserted(Assertion assertion))
          || program.waivers().stream().anyMatch(w -> w.assertion().equals(assertion.name()))
          || decided.verdict() instanceof Verdict.EmptyParty) {
        continue;
      }
      assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
      assertThat(decided.verdict() instanceof Verdict.Proved)
          .as("%s with %s", assertion, settable)
          .isEqualTo(listing.holds(assertion));
      if (decided.verdict() instanceof Verdict.Refuted(var found)) {
        broken++;
        found.forEach(each -> check(each.hops(), settable));
        if (before.get(decided.claim().toString()) instanceof Verdict.Proved) {
          brokenByLabelsOnly++;
          assertThat(found.getFirst().hops()).anyMatch(hop -> !hop.relabelled().isEmpty());
        }
        if (found.getFirst().hops().size() > 1) {
          longer++;
        }
      } else {
        robust++;
      }
    }
  }

  /** Checks that each kind of verdict occurs, because a kind that never occurs is not tested. */
  @AfterContainer
  static void everyKindOccurs() {
    assertThat(robust).isGreaterThan(10);
    assertThat(broken).isGreaterThan(10);
    assertThat(brokenByLabelsOnly + longer).isPositive();
  }

  /** The hops join: the source of a hop has the labels that the destination before had. */
  private static void check(List<Hop> hops, SettableLabels settable) {
    for (int i = 0; i < hops.size(); i++) {
      assertThat(hops.get(i).decision().isAllowed()).isTrue();
      if (i > 0) {
        assertThat(hops.get(i).from().endpoint()).isEqualTo(hops.get(i - 1).to().endpoint());
      }
      if (!hops.get(i).relabelled().isEmpty()) {
        Endpoint.Pod pod = (Endpoint.Pod) hops.get(i).from().endpoint();
        assertThat(hops.get(i).relabelled().changes().keySet()).containsOnly("app");
        assertThat(settable.free().contains("app") || !pod.labels().containsKey("app")).isTrue();
      }
    }
  }

  /** Decides assertions by listing every pair of ends, and all labels of the source. */
  private static final class WornListing {
    private final ZoneProgram program;
    private final Intent intent;
    private final Semantics may;
    private final SettableLabels settable;
    private final List<Disjointness.Pair> assumed;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Connection> allowed = new ArrayList<>();
    private final Set<List<Endpoint>> pairs = new HashSet<>();

    WornListing(
        World world,
        ZoneProgram program,
        Reading reading,
        SettableLabels settable,
        List<Disjointness.Pair> assumed) {
      this.program = program;
      this.intent = new Intent(program);
      this.may = new Semantics(world, reading, program.cluster());
      this.settable = settable;
      this.assumed = assumed;
      List<Namespace> namespaces = new ArrayList<>(world.namespaces());
      namespaces.add(Namespace.declared("elsewhere", Map.of()));
      List<String> addresses =
          program.cluster().podsDeclared()
              ? List.of("10.244.0.5")
              : List.of("10.0.0.5", "10.9.0.5", "192.168.0.5");
      for (Namespace namespace : namespaces) {
        for (String app : APPS) {
          for (String address : addresses) {
            for (String twin : List.of("1", "2")) {
              endpoints.add(
                  pod(
                      namespace,
                      app + address + twin,
                      app,
                      program.cluster().podsDeclared()
                          ? List.of(IpAddress.of(address))
                          : List.of(IpAddress.of(address), IpAddress.of("fd00::5"))));
            }
          }
        }
      }
      for (String address :
          List.of(
              "203.0.113.5",
              "8.8.8.8",
              "10.9.0.7",
              "10.1.1.1",
              "192.168.7.7",
              "fd00::7",
              "2600::1")) {
        endpoints.add(new Endpoint.External(IpAddress.of(address)));
      }
      endpoints.removeIf(this::isInBoth);
      for (Endpoint from : endpoints) {
        for (Endpoint to : endpoints) {
          link(from, to);
        }
      }
    }

    private static Endpoint.Pod pod(
        Namespace namespace, String name, String app, List<IpAddress> addresses) {
      return new Endpoint.Pod(
          namespace,
          name,
          app.isEmpty() ? Map.of() : Map.of("app", app),
          List.of(),
          false,
          "",
          addresses);
    }

    private boolean isInBoth(Endpoint end) {
      return assumed.stream()
          .anyMatch(pair -> pair.first().contains(end) && pair.second().contains(end));
    }

    private void link(Endpoint from, Endpoint to) {
      if (from.equals(to)
          || (from instanceof Endpoint.External && to instanceof Endpoint.External)) {
        return;
      }
      for (Family family : Family.values()) {
        if (has(from, family) && has(to, family)) {
          for (Protocol protocol : Protocol.values()) {
            for (int port : PORTS) {
              Transport transport = new Transport.Ported(protocol, port);
              if (worn(from).stream()
                  .anyMatch(
                      end -> may.decide(new Connection(end, to, family, transport)).isAllowed())) {
                allowed.add(new Connection(from, to, family, transport));
                pairs.add(List.of(from, to));
              }
            }
          }
        }
      }
    }

    /** Returns the end with all labels that it can have when it connects. */
    private List<Endpoint> worn(Endpoint from) {
      if (!(from instanceof Endpoint.Pod pod)
          || (!settable.free().contains("app") && pod.labels().containsKey("app"))) {
        return List.of(from);
      }
      List<Endpoint> all = new ArrayList<>();
      for (String app : APPS) {
        Endpoint end = pod(pod.namespace(), pod.name(), app, pod.addresses());
        if (!isInBoth(end)) {
          all.add(end);
        }
      }
      return all;
    }

    private static boolean has(Endpoint endpoint, Family family) {
      return switch (endpoint) {
        case Endpoint.External external -> external.address().family() == family;
        case Endpoint.Pod pod ->
            pod.addresses().stream().anyMatch(address -> address.family() == family);
        case Endpoint.Node node -> false;
      };
    }

    private static boolean in(Endpoint endpoint, List<? extends Party> parties) {
      return parties.stream().anyMatch(party -> party.contains(endpoint));
    }

    boolean holds(Assertion assertion) {
      return assertion instanceof Assertion.NoPath claim
          ? endpoints.stream()
              .filter(start -> in(start, claim.from()) && !in(start, claim.via()))
              .flatMap(start -> reached(start, claim).stream())
              .noneMatch(end -> in(end, claim.to()) && !in(end, claim.via()))
          : allowed.stream().noneMatch(connection -> violates(connection, assertion));
    }

    private boolean violates(Connection c, Assertion assertion) {
      return switch (assertion) {
        case Assertion.Never never ->
            in(c.source(), never.from())
                && in(c.destination(), never.to())
                && Intent.opens(never.service(), c.transport(), c.destination());
        case Assertion.Only only ->
            (only.among().isEmpty() || in(c.source(), only.among()))
                && in(c.destination(), only.to())
                && !(in(c.source(), only.from())
                    && Intent.opens(only.service(), c.transport(), c.destination()));
        case Assertion.Isolated isolated ->
            (in(c.source(), isolated.zones()) || in(c.destination(), isolated.zones()))
                && !intent.declares(c);
        case Assertion.TiersAdjacent tiers -> Listing.leadsAcross(c, tiers.tiers());
        case Assertion.Reachable reachable -> throw new IllegalArgumentException("required");
        case Assertion.NoPath path -> throw new IllegalArgumentException("about paths");
      };
    }

    private Set<Endpoint> reached(Endpoint start, Assertion.NoPath claim) {
      Set<Endpoint> reached = new LinkedHashSet<>();
      Set<Endpoint> frontier = Set.of(start);
      for (int hop = 0; hop < claim.within().orElse(1000) && !frontier.isEmpty(); hop++) {
        Set<Endpoint> next = new LinkedHashSet<>();
        for (Endpoint from : frontier) {
          for (Endpoint to : endpoints) {
            if (!reached.contains(to) && pairs.contains(List.of(from, to))) {
              next.add(to);
            }
          }
        }
        reached.addAll(next);
        frontier = new LinkedHashSet<>(next);
        frontier.removeIf(end -> !relays(end) || in(end, claim.via()));
      }
      return reached;
    }

    private boolean relays(Endpoint endpoint) {
      List<Party.Outside> owners =
          program.externals().stream().filter(external -> external.contains(endpoint)).toList();
      boolean relaying = owners.stream().anyMatch(Party.Outside::relay);
      return switch (endpoint) {
        case Endpoint.Pod pod -> in(endpoint, program.zones()) || relaying || owners.isEmpty();
        case Endpoint.External external -> relaying;
        case Endpoint.Node node -> false;
      };
    }
  }
}

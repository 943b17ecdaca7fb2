package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Verdicts in the closed world equal the result of listing two pods of each workload and every
 * address, and follow from verdicts in the open world.
 */
final class ClosedWorldProperty {
  @Property(tries = 100)
  void verdictsEqualTheResultOfListingTheWorkloads(@ForAll long seed) {
    check(seed);
  }

  /** Some kinds of verdict are rare, so this test uses fixed seeds that contain each of them. */
  @Property(tries = 100, seed = "4328676830319468349")
  void everyKindOfVerdictOccurs(@ForAll long seed) {
    check(seed);
  }

  private static void check(long seed) {
    RandomCase random = new RandomCase(seed, true);
    World policies = random.world();
    ZoneProgram program = random.program();
    Reading reading = random.reading();
    List<Workload> workloads = workloads(random, policies, program);
    World world =
        policies
            .withPolicies(policies.policies().stream().map(each -> named(random, each)).toList())
            .withWorkloads(workloads);
    Verification open =
        new Verification(world, program, reading, Deadline.in(Duration.ofMinutes(5)), List.of());
    VerificationResult closed = open.inClosedWorld().run();
    Listing listing = new Listing(world, program, reading, pods(workloads, program), false);
    for (ClaimVerdict decided : closed.verdicts()) {
      compare(decided, listing, program);
    }
    follows(open.run(), closed);
  }

  private static List<Workload> workloads(RandomCase random, World world, ZoneProgram program) {
    List<Workload> workloads = new ArrayList<>();
    int count = random.oneOf(0, 1, 2, 3, 3, 4);
    for (int i = 0; i < count; i++) {
      String app = random.oneOf("", "a", "a", "b", "zz");
      List<NamedPort> ports =
          random.oneOf(
              List.<NamedPort>of(),
              List.of(new NamedPort("web", Protocol.TCP, 80, false)),
              List.of(new NamedPort("web", Protocol.TCP, 91, false)),
              List.of(
                  new NamedPort("web", Protocol.TCP, 79, false),
                  new NamedPort("web", Protocol.UDP, 80, false)));
      boolean known = random.chance(30);
      List<List<IpAddress>> addresses = Listing.addresses(program);
      workloads.add(
          new Workload(
              new Endpoint.Pod(
                  world.namespaces().get(random.chance(50) ? 0 : 1),
                  "w" + i,
                  app.isEmpty() ? Map.of() : Map.of("app", app),
                  ports,
                  false,
                  "",
                  known ? addresses.get(random.chance(50) ? 0 : addresses.size() - 1) : List.of()),
              "Deployment",
              "w" + i,
              RandomCase.SPAN));
    }
    return workloads;
  }

  /** Returns the policy with a port name in some of its rules. */
  private static Policy named(RandomCase random, Policy policy) {
    return new Policy(
        policy.namespace(),
        policy.name(),
        policy.subject(),
        policy.directions(),
        policy.ingress().stream().map(rule -> named(random, rule)).toList(),
        policy.egress().stream().map(rule -> named(random, rule)).toList(),
        policy.author(),
        policy.span());
  }

  private static Rule named(RandomCase random, Rule rule) {
    return random.chance(70)
        ? rule
        : new Rule(
            rule.peers(),
            List.of(new PolicyPort(new PortClause.Named(Protocol.TCP, "web"), RandomCase.SPAN)),
            RandomCase.SPAN);
  }

  /** Returns two pods of each workload, with each kind of address if its addresses are unknown. */
  private static List<Endpoint.Pod> pods(List<Workload> workloads, ZoneProgram program) {
    List<Endpoint.Pod> pods = new ArrayList<>();
    for (Workload workload : workloads) {
      Endpoint.Pod pod = workload.pod();
      List<List<IpAddress>> addresses =
          pod.addresses().isEmpty() ? Listing.addresses(program) : List.of(pod.addresses());
      for (List<IpAddress> each : addresses) {
        for (String twin : List.of("1", "2")) {
          pods.add(
              new Endpoint.Pod(
                  pod.namespace(),
                  pod.name() + each.getFirst() + twin,
                  pod.labels(),
                  pod.namedPorts(),
                  false,
                  "",
                  each));
        }
      }
    }
    return pods;
  }

  private static void compare(ClaimVerdict decided, Listing listing, ZoneProgram program) {
    Statistics.label(kind(decided.claim())).collect(decided.verdict().getClass().getSimpleName());
    if (decided.verdict() instanceof Verdict.EmptyParty) {
      return;
    }
    switch (decided.claim()) {
      case Claim.NoUndeclaredConnection claim ->
          assertThat(proved(decided)).as("no extra").isEqualTo(listing.noExtra());
      case Claim.NoBlockedFlow claim ->
          assertThat(proved(decided)).as("nothing missing").isEqualTo(listing.nothingMissing());
      case Claim.FreeEndsAdmit claim -> throw new AssertionError("not asked");
      case Claim.NoUndeclaredPath claim -> {
        if (decided.verdict() instanceof Verdict.Proved) {
          assertThat(listing.noUndeclaredPath()).as("no undeclared path").isTrue();
        }
        if (decided.verdict() instanceof Verdict.Refuted) {
          assertThat(listing.noUndeclaredPath()).as("an undeclared path").isFalse();
        }
      }
      case Claim.NoSharedPod(var pair) -> {
        if (decided.verdict() instanceof Verdict.Refuted) {
          assertThat(listing.inBoth(pair)).as("shared").isTrue();
        }
      }
      case Claim.Asserted(Assertion assertion) -> {
        List<Waiver> waivers =
            program.waivers().stream().filter(w -> w.assertion().equals(assertion.name())).toList();
        List<Waiver> used =
            waivers.stream().filter(w -> listing.excusesSomething(assertion, w)).toList();
        boolean holds = listing.holds(assertion, waivers);
        if (holds && !used.isEmpty()) {
          assertThat(decided.verdict()).as("%s", assertion).isEqualTo(new Verdict.Waived(used));
        } else {
          assertThat(proved(decided)).as("%s", assertion).isEqualTo(holds);
        }
      }
    }
  }

  private static String kind(Claim claim) {
    return claim instanceof Claim.Asserted(Assertion assertion)
        ? assertion.getClass().getSimpleName()
        : claim.getClass().getSimpleName();
  }

  private static boolean proved(ClaimVerdict decided) {
    assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
    return decided.verdict() instanceof Verdict.Proved;
  }

  /** What holds for every pod that could exist holds for the deployed ones. */
  private static void follows(VerificationResult open, VerificationResult closed) {
    for (ClaimVerdict decided : open.verdicts()) {
      if (decided.verdict().holds()) {
        assertThat(
                closed.verdicts().stream()
                    .filter(other -> other.claim().equals(decided.claim()))
                    .allMatch(other -> other.verdict().holds()))
            .as("%s", decided)
            .isTrue();
      }
    }
  }
}

package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.NamespaceScope;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Proofs about namespaces to come hold for random namespaces that are added, when each connection
 * is evaluated separately. The policies that are compiled for these namespaces implement the
 * program.
 */
final class PatternProperty {
  private static final List<Transport.Ported> TRANSPORTS =
      List.of(
          new Transport.Ported(Protocol.TCP, 80),
          new Transport.Ported(Protocol.TCP, 81),
          new Transport.Ported(Protocol.UDP, 53));

  private static int proved;
  private static int violated;
  private static int refuted;

  /** The ends of one cluster, and the connections that its policies allow. */
  private record Cluster(
      ZoneProgram program,
      Set<String> tenants,
      List<Endpoint> ends,
      Semantics may,
      Semantics must) {
    boolean connects(Endpoint from, Endpoint to, Transport.Ported transport) {
      return may.decide(connection(from, to, transport)).isAllowed();
    }

    /** Returns a connection from one end to another. */
    boolean connects(Endpoint from, Endpoint to) {
      return TRANSPORTS.stream().anyMatch(t -> connects(from, to, t));
    }
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void proofsHoldForAddedNamespaces(@ForAll long seed) {
    RandomPattern text = new RandomPattern(seed);
    String told =
        text.program() + "\n" + text.tenants() + "\n" + text.outer() + "\n" + text.policies();
    LoadedVariant variant = load(text.program());
    Map<String, Map<String, String>> all = new LinkedHashMap<>(text.outer());
    all.putAll(text.tenants());
    World before = world(text.manifests(text.outer()));
    World after = world(text.manifests(all));
    VerificationResult toCome = verify(variant, before);
    VerificationResult there = verify(variant, after);
    Cluster cluster = cluster(variant, after, text);
    for (int i = 0; i < toCome.verdicts().size(); i++) {
      ClaimVerdict early = toCome.verdicts().get(i);
      ClaimVerdict late = there.verdicts().get(i);
      boolean fails = isViolated(early.claim(), cluster);
      proved += early.verdict() instanceof Verdict.Proved ? 1 : 0;
      refuted += early.verdict() instanceof Verdict.Refuted ? 1 : 0;
      violated += fails ? 1 : 0;
      if (fails) {
        assertThat(early.verdict())
            .as(early.claim() + "\n" + told)
            .isNotInstanceOf(Verdict.Proved.class);
        assertThat(late.verdict())
            .as(late.claim() + "\n" + told)
            .isNotInstanceOf(Verdict.Proved.class);
      }
      boolean compiled =
          early.claim() instanceof Claim.NoUndeclaredConnection
              || early.claim() instanceof Claim.NoBlockedFlow;
      if (compiled && text.policies().isEmpty()) {
        assertThat(early.verdict()).as(told).isInstanceOf(Verdict.Proved.class);
        assertThat(late.verdict()).as(told).isInstanceOf(Verdict.Proved.class);
      }
    }
  }

  /** Checks that all results occur, because otherwise the property would say little. */
  @AfterContainer
  static void everythingHappened() {
    assertThat(proved).isGreaterThan(20);
    assertThat(refuted).isPositive();
    assertThat(violated).isPositive();
  }

  // ---- long paths through namespaces to come

  /**
   * A path through tenants of several teams, each reached from the one before. The assertion is
   * about the last tenant, which the path visits only at its end. The path needs as many namespaces
   * as teams, and no two of them can be the same.
   */
  private static Verdict overTeams(List<String> teams) {
    LoadedVariant variant =
        load(
            """
            module p
            zone ops { namespace ops  pods app=ops }
            foreach namespace with tenant=true {
              zone front { pods app=front }
              zone store { pods app=store }
              allow front -> store
              assert reached: no path ops ~> store except via front
            }
            """);
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: v1\nkind: Namespace\nmetadata: {name: ops, labels: {}}\n---\n");
    String before = "{kubernetes.io/metadata.name: ops}, ops";
    for (int i = 0; i < teams.size(); i++) {
      String app = i == teams.size() - 1 ? "store" : "front";
      String next = "{tenant: \"true\", team: %s}, %s".formatted(teams.get(i), app);
      text.append(admin("in-" + i, next, "ingress", "from", before));
      text.append(admin("out-" + i, before, "egress", "to", next));
      before = next;
    }
    return verify(variant, world(text.toString())).verdicts().stream()
        .filter(decided -> decided.claim() instanceof Claim.Asserted)
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static String admin(String name, String on, String way, String key, String peer) {
    return """
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: AdminNetworkPolicy
    metadata: {name: %s}
    spec:
      priority: %d
      subject: %s
      %s: [{name: rule, action: Allow, %s: [%s]}]
    ---
    """
        .formatted(name, Math.floorMod(name.hashCode(), 1000), pods(on), way, key, pods(peer));
  }

  private static String pods(String place) {
    int cut = place.lastIndexOf(", ");
    return "{pods: {namespaceSelector: {matchLabels: %s}, podSelector: {matchLabels: {app: %s}}}}"
        .formatted(place.substring(0, cut), place.substring(cut + 2));
  }

  @Example
  void pathsThroughThreeTenantsAreFound() {
    assertThat(overTeams(List.of("red", "green"))).isInstanceOf(Verdict.Refuted.class);
    assertThat(overTeams(List.of("red", "blue", "green"))).isInstanceOf(Verdict.Refuted.class);
  }

  /** Such a path exists, but three stand-ins with one set of labels each do not show it. */
  @Example
  void longerPathsAreNotProvedAbsent() {
    assertThat(overTeams(List.of("red", "blue", "gold", "green")))
        .isInstanceOf(Verdict.Inconclusive.class);
    assertThat(overTeams(List.of("red", "blue", "gold", "grey", "green")))
        .isInstanceOf(Verdict.Inconclusive.class);
  }

  // ---- tenants of ordinary size

  /**
   * A service with many tenants, each with the same zones in a chain. Everything is proved, for the
   * tenants that exist and for those to come.
   */
  private static void assertProved(int tenants, int zones, String unzoned) {
    StringBuilder program = new StringBuilder("module p\n");
    program.append("cluster { pods 10.244.0.0/16 }\ndefaults { unzoned %s }\n".formatted(unzoned));
    program.append("zone edge { namespace edge  pods app=edge }\n");
    program.append("external partner { cidr 203.0.113.0/24 }\n");
    program.append("foreach namespace with tenant=true {\n  allow edge -> z0 : tcp/8080\n");
    program.append("  zone z0 { pods app=a0 }\n");
    for (int i = 1; i < zones; i++) {
      program.append("  zone z%1$d { pods app=a%1$d }\n".formatted(i));
      program.append("  allow z%d -> z%d : tcp/%d\n".formatted(i - 1, i, 9000 + i));
    }
    program.append("  allow z1 -> partner : tcp/443\n");
    program.append("  assert apart: no path other z0 ~> namespace\n");
    program.append("  assert closed: never other namespace -> z0\n");
    program.append(
        "  assert gate: no path internet ~> z%d except via z0\n}\n".formatted(zones - 1));
    StringBuilder manifests = new StringBuilder();
    for (int i = 0; i < tenants; i++) {
      manifests.append(
          "apiVersion: v1\nkind: Namespace\nmetadata: {name: t%d, labels: {tenant: \"true\"}}\n---\n"
              .formatted(i));
    }
    assertThat(verify(load(program.toString()), world(manifests.toString())).allProved())
        .as(program.toString())
        .isTrue();
  }

  @Example
  void tenantsOfOrdinarySizeAreProvedApart() {
    assertProved(3, 5, "deny");
    assertProved(10, 8, "allow");
    assertProved(30, 10, "deny");
  }

  // ---- proofs

  private static LoadedVariant load(String program) {
    ProgramSources sources = sources(program);
    return switch (Compiler.load(
        sources, new CompileOptions(LocalDate.of(2026, 1, 1), List.of()))) {
      case Loading.Loaded loaded -> loaded.variants().getFirst();
      case Loading.Rejected(var problems) -> throw new AssertionError(problems + "\n" + program);
    };
  }

  private static ProgramSources sources(String program) {
    return ProgramSources.of(List.of(Source.of("pattern.zone", program)));
  }

  private static World world(String manifests) {
    Manifests read = ManifestReader.read(List.of(new SourceText("m.yaml", manifests)));
    assertThat(read.unreadable()).as(manifests).isEmpty();
    assertThat(read.unmodelled()).as(manifests).isEmpty();
    return new WorldReader().read(read).world();
  }

  /**
   * Returns the world with the policies that are compiled for its namespaces and for added ones.
   */
  private static World planned(LoadedVariant variant, World world, PatternNamespaces namespaces) {
    List<Namespace> catalog = world.namespaces().stream().filter(Namespace::declared).toList();
    Compilation.Compiled compiled =
        (Compilation.Compiled)
            Compiler.emit(
                variant, ProgramSources.of(List.of()), catalog, namespaces.standInsByPattern());
    World back = world(compiled.stream());
    return world.withPolicies(
        Stream.concat(world.policies().stream(), back.policies().stream()).toList());
  }

  private static VerificationResult verify(LoadedVariant variant, World world) {
    PatternNamespaces namespaces = PatternNamespaces.of(variant.program(), world);
    return new Verification(
            planned(variant, world, namespaces),
            namespaces.instances(),
            Reading.MAY,
            Deadline.in(Duration.ofMinutes(5)),
            List.of(),
            new Coverage.Whole(),
            new NamespaceScope.OfPatterns(namespaces))
        .run();
  }

  // ---- evaluation of single connections

  private static Cluster cluster(LoadedVariant variant, World world, RandomPattern text) {
    ZoneProgram program = variant.program();
    World planned = planned(variant, world, PatternNamespaces.of(program, world).withoutStandIns());
    List<Endpoint> ends = new ArrayList<>();
    for (Namespace namespace : world.namespaces()) {
      for (String app : List.of("", "a", "b")) {
        Map<String, String> labels = new TreeMap<>();
        if (!app.isEmpty()) {
          labels.put("app", app);
        }
        ends.add(
            new Endpoint.Pod(
                namespace,
                namespace.name() + app,
                labels,
                List.of(),
                false,
                "",
                List.of(IpAddress.of("10.244.0.5"))));
      }
    }
    ends.add(new Endpoint.External(IpAddress.of("203.0.113.5")));
    ends.add(new Endpoint.External(IpAddress.of("8.8.8.8")));
    return new Cluster(
        program,
        text.tenants().keySet(),
        ends,
        new Semantics(planned, Reading.MAY, program.cluster()),
        new Semantics(planned, Reading.MUST, program.cluster()));
  }

  private static Connection connection(Endpoint from, Endpoint to, Transport.Ported transport) {
    // If both ends are of one kind, another pod of the same kind.
    Endpoint other =
        to instanceof Endpoint.Pod pod
            ? new Endpoint.Pod(
                pod.namespace(),
                pod.name() + "-2",
                pod.labels(),
                pod.namedPorts(),
                false,
                "",
                List.of(IpAddress.of("10.244.0.6")))
            : to;
    return new Connection(from, other, Family.IPV4, transport);
  }

  private static boolean isViolated(Claim claim, Cluster cluster) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection extra ->
          somePair(cluster, (c, t) -> isUndeclared(c, t, cluster));
      case Claim.NoBlockedFlow missing -> somePair(cluster, (c, t) -> isBlocked(c, t, cluster));
      case Claim.NoUndeclaredPath path -> false;
      case Claim.FreeEndsAdmit free -> throw new AssertionError("not asked");
      case Claim.NoSharedPod shared -> throw new AssertionError("nothing is disjoint");
      case Claim.Asserted(Assertion instance) ->
          cluster.tenants().stream()
              .anyMatch(tenant -> isViolated(pattern(instance.name(), cluster), tenant, cluster));
    };
  }

  private static Assertion pattern(String name, Cluster cluster) {
    return cluster.program().patterns().getFirst().claims().stream()
        .filter(claim -> claim.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean somePair(Cluster cluster, BiPredicate<Connection, Transport.Ported> test) {
    for (Endpoint from : cluster.ends()) {
      for (Endpoint to : cluster.ends()) {
        for (Transport.Ported transport : TRANSPORTS) {
          if ((from instanceof Endpoint.Pod || to instanceof Endpoint.Pod)
              && test.test(connection(from, to, transport), transport)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isUndeclared(
      Connection connection, Transport.Ported transport, Cluster cluster) {
    return new Intent(cluster.program()).concerns(connection)
        && cluster.may().decide(connection).isAllowed()
        && !declares(connection, cluster);
  }

  private static boolean isBlocked(
      Connection connection, Transport.Ported transport, Cluster cluster) {
    return declares(connection, cluster)
        && (cluster.program().flows().stream().anyMatch(f -> covers(f, connection))
            || coversHere(connection, cluster))
        && !cluster.must().decide(connection).isAllowed();
  }

  /**
   * Whether each end is free or covered by a flow, of the program or between pods of one namespace.
   */
  private static boolean declares(Connection connection, Cluster cluster) {
    ZoneProgram program = cluster.program();
    boolean opens =
        program.zones().stream()
                .noneMatch(z -> z.denied().egress() && z.contains(connection.source()))
            || flows(connection, program).anyMatch(Flow::opensEgress);
    boolean accepts =
        program.zones().stream()
                .noneMatch(z -> z.denied().ingress() && z.contains(connection.destination()))
            || flows(connection, program).anyMatch(Flow::opensIngress);
    return opens && accepts;
  }

  private static boolean coversHere(Connection connection, Cluster cluster) {
    return flows(connection, cluster.program()).findAny().isPresent();
  }

  private static Stream<Flow> flows(Connection connection, ZoneProgram program) {
    Stream<Flow> here =
        connection.source() instanceof Endpoint.Pod from
                && connection.destination() instanceof Endpoint.Pod to
                && from.namespace().name().equals(to.namespace().name())
            ? program.patterns().getFirst().flows().stream()
            : Stream.of();
    return Stream.concat(program.flows().stream(), here).filter(f -> covers(f, connection));
  }

  private static boolean covers(Flow flow, Connection connection) {
    return flow.from().contains(connection.source())
        && flow.to().contains(connection.destination())
        && Intent.opens(flow.service(), connection.transport(), connection.destination());
  }

  // ---- assertions about one namespace

  private static boolean isViolated(Assertion claim, String tenant, Cluster cluster) {
    return switch (claim) {
      case Assertion.Never c ->
          somePair(
              cluster,
              (connection, transport) ->
                  isIn(c.from(), connection.source(), tenant, cluster)
                      && isIn(c.to(), connection.destination(), tenant, cluster)
                      && cluster.may().decide(connection).isAllowed());
      case Assertion.Only c ->
          somePair(
              cluster,
              (connection, transport) ->
                  isIn(c.to(), connection.destination(), tenant, cluster)
                      && !(isIn(c.from(), connection.source(), tenant, cluster)
                          && Intent.opens(c.service(), transport, connection.destination()))
                      && cluster.may().decide(connection).isAllowed());
      case Assertion.NoPath c -> hasPath(c, tenant, cluster);
      case Assertion.Isolated c -> throw new AssertionError("not drawn");
      case Assertion.Reachable c -> throw new AssertionError("not drawn");
      case Assertion.TiersAdjacent c -> throw new AssertionError("not drawn");
    };
  }

  private static boolean hasPath(Assertion.NoPath claim, String tenant, Cluster cluster) {
    List<Endpoint> ends = cluster.ends();
    Set<Integer> reached = new TreeSet<>();
    Set<Integer> last = new TreeSet<>();
    for (int i = 0; i < ends.size(); i++) {
      if (isIn(claim.from(), ends.get(i), tenant, cluster)
          && !isIn(claim.via(), ends.get(i), tenant, cluster)) {
        last.add(i);
      }
    }
    boolean first = true;
    int most = claim.within().orElse(ends.size() + 1);
    for (int hop = 0; hop < most && !last.isEmpty(); hop++) {
      Set<Integer> next = new TreeSet<>();
      for (int from : last) {
        // Addresses do not relay.
        boolean passes = first || ends.get(from) instanceof Endpoint.Pod;
        for (int to = 0; passes && to < ends.size(); to++) {
          if ((ends.get(from) instanceof Endpoint.Pod || ends.get(to) instanceof Endpoint.Pod)
              && !isIn(claim.via(), ends.get(to), tenant, cluster)
              && cluster.connects(ends.get(from), ends.get(to))
              && reached.add(to)) {
            next.add(to);
          }
        }
      }
      first = false;
      last = next;
    }
    return reached.stream().anyMatch(i -> isIn(claim.to(), ends.get(i), tenant, cluster));
  }

  private static boolean isIn(List<Party> parties, Endpoint end, String tenant, Cluster cluster) {
    return parties.stream().anyMatch(party -> isIn(party, end, tenant, cluster));
  }

  private static boolean isIn(Party party, Endpoint end, String tenant, Cluster cluster) {
    if (!party.contains(end)) {
      return false;
    }
    boolean here = end instanceof Endpoint.Pod pod && pod.namespace().name().equals(tenant);
    if (party.name().startsWith(Pattern.OTHER)) {
      return !here;
    }
    return here || !cluster.program().patterns().getFirst().has(party);
  }
}

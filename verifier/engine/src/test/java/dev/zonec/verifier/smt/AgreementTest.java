package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomConnection;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The encoding agrees with the intent and with the concrete semantics on random programs and
 * worlds, on random connections of each.
 */
final class AgreementTest {
  private static final int CONNECTIONS = 24;

  @Property(tries = 500)
  void encodingAgreesWithIntentAndSemantics(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), false);
    Reading permissive = random.reading();
    Reading restrictive = permissive.withPermissive(false);
    Semantics may = new Semantics(world, permissive, program.cluster());
    Semantics must = new Semantics(world, restrictive, program.cluster());
    try (Context z3 = new Context()) {
      Expressions expressions = new Expressions(z3);
      FormulaEncoding encoding = new FormulaEncoding(expressions, vocabulary);
      Definitions.Encoded mayTerms = encoding.encoded(enforced(world, permissive));
      Definitions.Encoded mustTerms = encoding.encoded(enforced(world, restrictive));
      BoolExpr mayTerm = mayTerms.expression();
      BoolExpr mustTerm = mustTerms.expression();
      List<BoolExpr> flowTerms = new ArrayList<>();
      program
          .flows()
          .forEach(
              flow ->
                  flowTerms.add(
                      encoding
                          .encoded(
                              Formula.all(
                                  new Formula.InParty(Formula.End.SOURCE, flow.from()),
                                  new Formula.InParty(Formula.End.DESTINATION, flow.to()),
                                  new Formula.InService(flow.service())))
                          .expression()));
      BoolExpr flowTerm = expressions.or(flowTerms);
      Solver solver = z3.mkSimpleSolver();
      solver.add(Expressions.array(encoding.sideConditions()));
      solver.add(Expressions.array(encoding.namedPortConditions()));
      Set<BoolExpr> defined = Definitions.emptySet();
      for (Definitions.Encoded needing : List.of(mayTerms, mustTerms)) {
        solver.add(Expressions.array(encoding.definitions().of(needing.literals(), defined)));
      }
      int asked = 0;
      while (asked < CONNECTIONS) {
        Connection connection = RandomConnection.of(random, world);
        if ((connection.source() instanceof Endpoint.External
                && connection.destination() instanceof Endpoint.External)
            || !vocabulary.podsHave(connection.family())) {
          continue;
        }
        asked++;
        solver.push();
        solver.add(new BoolExpr[] {pinned(connection, encoding, expressions, vocabulary)});
        assertThat(solver.check()).as("%s exists", connection).isEqualTo(Status.SATISFIABLE);
        assertThat(holds(solver, mayTerm, expressions))
            .as("MAY %s", connection)
            .isEqualTo(may.decide(connection).isAllowed());
        assertThat(holds(solver, mustTerm, expressions))
            .as("MUST %s", connection)
            .isEqualTo(must.decide(connection).isAllowed());
        boolean byFlow =
            program.flows().stream()
                .anyMatch(
                    flow ->
                        flow.from().contains(connection.source())
                            && flow.to().contains(connection.destination())
                            && Intent.opens(
                                flow.service(), connection.transport(), connection.destination()));
        assertThat(holds(solver, flowTerm, expressions))
            .as("flows %s", connection)
            .isEqualTo(byFlow);
        solver.pop();
      }
    }
  }

  /** The same for two worlds whose namespaces have different labels, over one vocabulary. */
  @Property(tries = 200)
  void encodingAgreesWithTheSemanticsOfTwoWorlds(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    WorldPair worlds = new WorldPair(random.world(), random.world());
    Cluster cluster = random.program().cluster();
    Reading reading = random.reading().withPermissive(random.chance(50));
    Vocabulary vocabulary = new VocabularyBuilder().add(worlds).build(cluster, false);
    try (Context z3 = new Context()) {
      Expressions expressions = new Expressions(z3);
      FormulaEncoding encoding = new FormulaEncoding(expressions, vocabulary);
      Definitions.Encoded before = encoding.encoded(enforced(worlds.rulesBefore(), reading));
      Definitions.Encoded after = encoding.encoded(enforced(worlds.rulesAfter(), reading));
      Solver solver = z3.mkSimpleSolver();
      solver.add(Expressions.array(encoding.sideConditions()));
      solver.add(Expressions.array(encoding.namedPortConditions()));
      Set<BoolExpr> defined = Definitions.emptySet();
      for (Definitions.Encoded needing : List.of(before, after)) {
        solver.add(Expressions.array(encoding.definitions().of(needing.literals(), defined)));
      }
      World shared = World.of(worlds.namespaces(), List.of());
      int asked = 0;
      while (asked < CONNECTIONS) {
        Connection connection = RandomConnection.of(random, shared);
        if ((connection.source() instanceof Endpoint.External
                && connection.destination() instanceof Endpoint.External)
            || !vocabulary.podsHave(connection.family())) {
          continue;
        }
        asked++;
        solver.push();
        solver.add(new BoolExpr[] {pinned(connection, encoding, expressions, vocabulary)});
        assertThat(solver.check()).as("%s exists", connection).isEqualTo(Status.SATISFIABLE);
        assertThat(holds(solver, before.expression(), expressions))
            .as("before %s in %s", connection, worlds)
            .isEqualTo(isAllowed(connection, worlds.before(), reading, cluster));
        assertThat(holds(solver, after.expression(), expressions))
            .as("after %s in %s", connection, worlds)
            .isEqualTo(isAllowed(connection, worlds.after(), reading, cluster));
        solver.pop();
      }
    }
  }

  private static boolean isAllowed(
      Connection connection, World world, Reading reading, Cluster cluster) {
    return new Semantics(world, reading, cluster)
        .decide(
            new Connection(
                WorldPair.seenIn(world, connection.source()),
                WorldPair.seenIn(world, connection.destination()),
                connection.family(),
                connection.transport()))
        .isAllowed();
  }

  private static Formula enforced(World world, Reading reading) {
    return enforced(world.rules(), reading);
  }

  private static Formula enforced(PolicySet rules, Reading reading) {
    Enforcement enforcement = new Enforcement(rules, List.of(), reading);
    return Formula.all(
        new Formula.Admitted(Direction.EGRESS, enforcement),
        new Formula.Admitted(Direction.INGRESS, enforcement));
  }

  private static boolean holds(Solver solver, BoolExpr expression, Expressions expressions) {
    boolean possible = solver.check(new BoolExpr[] {expression}) == Status.SATISFIABLE;
    boolean avoidable =
        solver.check(new BoolExpr[] {expressions.not(expression)}) == Status.SATISFIABLE;
    assertThat(possible).as("a pinned connection decides every expression").isNotEqualTo(avoidable);
    return possible;
  }

  private static BoolExpr pinned(
      Connection connection,
      FormulaEncoding encoding,
      Expressions expressions,
      Vocabulary vocabulary) {
    List<BoolExpr> parts = new ArrayList<>();
    Transport.Ported transport = (Transport.Ported) connection.transport();
    parts.add(encoding.connection().uses(transport.protocol()));
    parts.add(expressions.is(encoding.connection().port(), transport.port()));
    boolean v6 = connection.family() == Family.IPV6;
    parts.add(
        v6 ? encoding.connection().overV6() : expressions.not(encoding.connection().overV6()));
    parts.add(pinned(connection.source(), encoding.source(), expressions, vocabulary));
    parts.add(pinned(connection.destination(), encoding.destination(), expressions, vocabulary));
    for (ConnectionSymbols.NamedSymbol named : encoding.connection().namedPorts()) {
      boolean holds =
          connection.destination() instanceof Endpoint.Pod pod
              && transport.protocol() == named.clause().protocol()
              && pod.namedPorts()
                  .contains(
                      new NamedPort(
                          named.clause().name(), transport.protocol(), transport.port(), false));
      parts.add(holds ? named.holds() : expressions.not(named.holds()));
    }
    return expressions.and(parts);
  }

  private static BoolExpr pinned(
      Endpoint endpoint, EndpointSymbols symbols, Expressions expressions, Vocabulary vocabulary) {
    List<BoolExpr> parts = new ArrayList<>();
    switch (endpoint) {
      case Endpoint.External(IpAddress address) -> {
        parts.add(expressions.not(symbols.isPod()));
        parts.add(
            expressions.between(
                symbols.address(address.family()), address.value(), address.value()));
      }
      case Endpoint.Pod pod -> {
        parts.add(symbols.isPod());
        parts.add(
            expressions.is(symbols.namespace(), vocabulary.namespaceIndex(pod.namespace().name())));
        for (int i = 0; i < vocabulary.podKeys().size(); i++) {
          parts.add(
              expressions.is(
                  symbols.podLabels().get(i), vocabulary.podKeys().get(i).indexIn(pod.labels())));
        }
        for (int i = 0; i < vocabulary.namespaceKeys().size(); i++) {
          parts.add(
              expressions.is(
                  symbols.namespaceLabels().get(i),
                  vocabulary.namespaceKeys().get(i).indexIn(pod.namespace().labels())));
        }
        for (IpAddress address : pod.addresses()) {
          if (vocabulary.podsHave(address.family())) {
            parts.add(
                expressions.between(
                    symbols.address(address.family()), address.value(), address.value()));
          }
        }
      }
      case Endpoint.Node node -> throw new AssertionError("no nodes here");
    }
    return expressions.and(parts);
  }
}

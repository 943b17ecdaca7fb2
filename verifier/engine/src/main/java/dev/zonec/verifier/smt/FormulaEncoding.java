package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Translates {@linkplain Formula formulas} to Z3 expressions over the variables of one connection.
 *
 * <p>The expressions of parties and of {@link Formula.Defined} are built once for each object and
 * used again in later questions.
 */
final class FormulaEncoding {
  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final EndpointSymbols source;
  private final EndpointSymbols worn;
  private final EndpointSymbols destination;
  private final SettableLabels settable;
  private final ConnectionSymbols connection;
  private final EndpointEncoding ends;
  private final RegionAxes axes;
  private final PortEncoding ports;
  private final PolicyEncoding policies;
  private final WorkloadEncoding workloads;
  private final Optional<OnlyDeployed> deployed;
  private final IdentityHashMap<Formula, BoolExpr> defined = new IdentityHashMap<>();
  private final Definitions definitions;
  private final IdentityHashMap<Party, BoolExpr> sourceMemberships = new IdentityHashMap<>();
  private final IdentityHashMap<Party, BoolExpr> destinationMemberships = new IdentityHashMap<>();

  /** Encodes connections of all pods that could exist. */
  FormulaEncoding(Expressions expressions, Vocabulary vocabulary) {
    this(expressions, vocabulary, Optional.empty(), SettableLabels.NONE);
  }

  /**
   * @param only the workloads whose pods are the only pods that exist; empty if every pod could
   *     exist
   * @param settable the labels that a source can set before it connects. Policies see the source
   *     with these, and all other statements are about the labels that it had
   */
  FormulaEncoding(
      Expressions expressions,
      Vocabulary vocabulary,
      Optional<List<Workload>> only,
      SettableLabels settable) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.source = EndpointSymbols.named("source", vocabulary, expressions);
    this.settable = settable;
    this.worn = source.wearing("worn", vocabulary, settable, expressions);
    this.destination = EndpointSymbols.named("destination", vocabulary, expressions);
    this.connection = new ConnectionSymbols(expressions);
    this.ends = new EndpointEncoding(expressions, vocabulary, connection);
    this.axes = new RegionAxes(expressions, vocabulary, ends, connection);
    this.definitions = new Definitions(expressions.z3());
    this.ports = new PortEncoding(expressions, connection);
    this.policies = new PolicyEncoding(expressions, vocabulary, ends, ports, definitions);
    this.workloads = new WorkloadEncoding(expressions, vocabulary, ends, connection);
    this.deployed = only.map(all -> new OnlyDeployed(expressions, workloads, all));
  }

  EndpointSymbols source() {
    return source;
  }

  /** Returns the source with the labels that policies see. */
  EndpointSymbols worn() {
    return worn;
  }

  EndpointSymbols destination() {
    return destination;
  }

  ConnectionSymbols connection() {
    return connection;
  }

  WorkloadEncoding workloads() {
    return workloads;
  }

  /** Whether only pods of declared workloads exist. */
  boolean isClosed() {
    return deployed.isPresent();
  }

  EndpointEncoding ends() {
    return ends;
  }

  /**
   * Returns the conditions that every connection satisfies that could exist: both ends could exist,
   * at least one of them is a pod, pods have addresses of the family, and the port is not 0.
   */
  List<BoolExpr> sideConditions() {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(ends.wellFormed(source));
    parts.add(ends.wellFormed(destination));
    parts.add(expressions.or(List.of(source.isPod(), destination.isPod())));
    parts.add(expressions.below(connection.protocol(), ConnectionSymbols.protocolCount()));
    parts.add(expressions.not(expressions.is(connection.port(), 0)));
    parts.addAll(wornLabels());
    parts.addAll(axes.sideConditions());
    deployed.ifPresent(
        only -> {
          parts.add(only.exists(source));
          parts.add(only.exists(destination));
        });
    if (!vocabulary.podsHave(Family.IPV4)) {
      parts.add(connection.overV6());
    }
    if (!vocabulary.podsHave(Family.IPV6)) {
      parts.add(expressions.not(connection.overV6()));
    }
    return parts;
  }

  /** A label that can be set has a value of the vocabulary, and one that the source can get. */
  private List<BoolExpr> wornLabels() {
    List<BoolExpr> parts = new ArrayList<>();
    for (int key = 0; key < vocabulary.podKeys().size(); key++) {
      LabelKey label = vocabulary.podKeys().get(key);
      if (settable.contains(label)) {
        parts.add(expressions.below(worn.podLabels().get(key), label.size()));
        if (!settable.isFree(label)) {
          parts.add(
              expressions.or(
                  List.of(
                      expressions.is(source.podLabels().get(key), LabelKey.ABSENT),
                      expressions
                          .z3()
                          .mkEq(worn.podLabels().get(key), source.podLabels().get(key)))));
        }
      }
    }
    return parts;
  }

  /**
   * Returns the conditions of the port names that formulas have mentioned so far: only a pod can
   * give a name to a port, a name is for one protocol, and if only declared pods exist, they give
   * the names that they declare.
   */
  List<BoolExpr> namedPortConditions() {
    List<BoolExpr> parts = new ArrayList<>();
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      parts.add(
          expressions.implies(
              named.holds(),
              expressions.and(
                  List.of(destination.isPod(), connection.uses(named.clause().protocol())))));
    }
    if (!parts.isEmpty()) {
      deployed.ifPresent(only -> parts.add(only.hasNames(destination)));
    }
    return parts;
  }

  /** Returns the expression of a formula, with the literals in it. */
  Definitions.Encoded encoded(Formula formula) {
    return definitions.encode(() -> encode(formula));
  }

  private BoolExpr encode(Formula formula) {
    return switch (formula) {
      case Formula.All(var parts) -> expressions.and(parts.stream().map(this::encode).toList());
      case Formula.Any(var parts) -> expressions.or(parts.stream().map(this::encode).toList());
      case Formula.Not(var part) -> expressions.not(encode(part));
      case Formula.Defined defined -> defined(defined);
      case Formula.InParty(var end, var party) -> membership(end, party);
      case Formula.Wears(var party) -> ends.inParty(worn, party);
      case Formula.InBoxes(var end, var boxes) -> ends.inBoxes(symbols(end), boxes);
      case Formula.IsPod(var end) -> symbols(end).isPod();
      case Formula.InRegions(var end, var regions) ->
          expressions.or(regions.stream().map(region -> axes.in(symbols(end), region)).toList());
      case Formula.InNamespace(var end, var namespace) ->
          expressions.and(List.of(symbols(end).isPod(), ends.inNamespace(symbols(end), namespace)));
      case Formula.InService(var service) -> ports.isIn(service);
      case Formula.OverFamily(var family) -> ends.over(family);
      case Formula.Admitted(Direction direction, var enforcement) ->
          policies.admitted(enforcement, direction, self(direction), other(direction));
      case Formula.ChainMatches(var chain, var enforcement) ->
          policies.mayMatch(chain, enforcement, self(chain.direction()), other(chain.direction()));
    };
  }

  private BoolExpr defined(Formula.Defined formula) {
    @Nullable BoolExpr known = defined.get(formula);
    if (known != null) {
      return definitions.use(known);
    }
    BoolExpr literal = definitions.define(() -> encode(formula.meaning()));
    defined.put(formula, literal);
    return literal;
  }

  private BoolExpr membership(Formula.End end, Party party) {
    IdentityHashMap<Party, BoolExpr> known =
        switch (end) {
          case SOURCE -> sourceMemberships;
          case DESTINATION -> destinationMemberships;
        };
    return known.computeIfAbsent(party, p -> ends.inParty(symbols(end), p));
  }

  private EndpointSymbols symbols(Formula.End end) {
    return switch (end) {
      case SOURCE -> source;
      case DESTINATION -> destination;
    };
  }

  private EndpointSymbols self(Direction direction) {
    return direction == Direction.INGRESS ? destination : worn;
  }

  private EndpointSymbols other(Direction direction) {
    return direction == Direction.INGRESS ? worn : destination;
  }

  /**
   * Returns the definitions of the literals in all expressions. They are true of every connection.
   */
  Definitions definitions() {
    return definitions;
  }
}

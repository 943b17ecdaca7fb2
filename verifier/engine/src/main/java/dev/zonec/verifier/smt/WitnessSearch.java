package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.WellKnownPorts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Simplifies a connection that satisfies a question, so that a report is easy to read.
 *
 * <p>The search prefers IPv4, declared workloads, well-known ports, absent labels, values that a
 * selector mentions, and well-known addresses, in this order. Each preference is one question: the
 * solver adds it if the result is still satisfiable, and forgets it if not. Invariant: the
 * assertions of the solver are satisfiable, and {@code model} satisfies them. When the time runs
 * out, the remaining preferences are skipped, and the witness is only less simple.
 */
final class WitnessSearch {
  private final Vocabulary vocabulary;
  private final WitnessCandidates sources;
  private final WitnessCandidates destinations;
  private final FormulaEncoding encoding;
  private final Expressions expressions;
  private final Solver solver;
  private final Deadline deadline;
  private Model model;

  WitnessSearch(
      Vocabulary vocabulary,
      WitnessCandidates sources,
      WitnessCandidates destinations,
      FormulaEncoding encoding,
      Expressions expressions,
      Solver solver,
      Deadline deadline) {
    this.vocabulary = vocabulary;
    this.sources = sources;
    this.destinations = destinations;
    this.encoding = encoding;
    this.expressions = expressions;
    this.solver = solver;
    this.deadline = deadline;
    this.model = solver.getModel();
  }

  /** Returns the model that satisfies all preferences so far. */
  Model model() {
    return model;
  }

  /** Simplifies the family, protocol and port of a connection whose ends are fixed. */
  FamilyAndPort familyAndPort() {
    ConnectionSymbols connection = encoding.connection();
    prefer(expressions.not(connection.overV6()));
    smallest(connection.protocol());
    choosePort();
    connection.namedPorts().forEach(named -> prefer(expressions.not(named.holds())));
    return FamilyAndPort.in(model, connection);
  }

  /** Simplifies the whole connection. */
  Outcome.Possible smallest() {
    ConnectionSymbols connection = encoding.connection();
    prefer(expressions.not(connection.overV6()));
    Optional<Workload> source = declared(sources);
    Optional<Workload> destination = declared(destinations);
    smallest(connection.protocol());
    choosePort();
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      prefer(expressions.not(named.holds()));
    }
    if (source.isEmpty()) {
      smallest(encoding.source());
    }
    if (destination.isEmpty()) {
      smallest(encoding.destination());
    }
    Family family = holds(connection.overV6()) ? Family.IPV6 : Family.IPV4;
    chooseAddress(encoding.source(), family);
    chooseAddress(encoding.destination(), family);
    Protocol protocol = ConnectionSymbols.protocol(number(connection.protocol()).intValueExact());
    int port = number(connection.port()).intValueExact();
    WitnessDecoder decoder = new WitnessDecoder(vocabulary);
    return new Outcome.Possible(
        decoder.decode(values(encoding.source(), family, List.of()), source, "caller"),
        values(encoding.worn(), family, List.of()).podLabels(),
        decoder.decode(
            values(encoding.destination(), family, namedPorts(protocol, port)),
            destination,
            "called"),
        family,
        new Transport.Ported(protocol, port));
  }

  private List<NamedPort> namedPorts(Protocol protocol, int port) {
    List<NamedPort> out = new ArrayList<>();
    for (ConnectionSymbols.NamedSymbol named : encoding.connection().namedPorts()) {
      if (holds(named.holds())) {
        out.add(new NamedPort(named.clause().name(), protocol, port, false));
      }
    }
    return out;
  }

  /**
   * Adds {@code preference} if it is possible together with all that was added before; returns
   * whether it is.
   */
  private boolean prefer(BoolExpr preference) {
    if (deadline.passed()) {
      return false;
    }
    if (holds(preference)) {
      // The model satisfies the preference already, so no question is needed.
      solver.add(new BoolExpr[] {preference});
      return true;
    }
    solver.push();
    solver.add(new BoolExpr[] {preference});
    Params params = expressions.z3().mkParams();
    params.add("timeout", deadline.remainingMillis());
    solver.setParameters(params);
    if (solver.check() == Status.SATISFIABLE) {
      model = solver.getModel();
      return true;
    }
    solver.pop();
    return false;
  }

  /**
   * Chooses the smallest possible value, bit by bit. For a label, absence is 0, and the value that
   * stands for all unmentioned ones comes last.
   */
  private void smallest(Expr<BitVecSort> expression) {
    int width = expression.getSort().getSize();
    for (int bit = width - 1; bit >= 0; bit--) {
      prefer(expressions.is(expressions.z3().mkExtract(bit, bit, expression), 0));
    }
  }

  /** Simplifies one end. */
  private void smallest(EndpointSymbols end) {
    // An address is easier to understand than a pod that nobody has deployed.
    if (prefer(expressions.not(end.isPod()))) {
      return;
    }
    smallest(end.namespace());
    smallest(end.podLabels());
    smallest(end.namespaceLabels());
  }

  /**
   * Chooses the smallest possible value of each label, the first labels first. Most labels can be
   * absent, so all are tried together, and then halves.
   */
  private void smallest(List<? extends Expr<BitVecSort>> labels) {
    if (labels.size() == 1) {
      smallest(labels.getFirst());
      return;
    }
    List<BoolExpr> absent =
        labels.stream().map(label -> expressions.is(label, LabelKey.ABSENT)).toList();
    if (!labels.isEmpty() && !prefer(expressions.and(absent))) {
      int middle = labels.size() >>> 1;
      smallest(labels.subList(0, middle));
      smallest(labels.subList(middle, labels.size()));
    }
  }

  private void choosePort() {
    for (int wellKnown : WellKnownPorts.ALL) {
      if (prefer(expressions.is(encoding.connection().port(), wellKnown))) {
        return;
      }
    }
    smallest(encoding.connection().port());
  }

  /** Chooses the first of {@code candidates} that the end can be a pod of, if any. */
  private Optional<Workload> declared(WitnessCandidates candidates) {
    OptionalInt clear = firstClear(candidates);
    if (clear.isPresent()) {
      return Optional.of(candidates.workloads().get(clear.getAsInt()));
    }
    return encoding.isClosed() ? inModel(candidates) : Optional.empty();
  }

  /**
   * Returns the index of the first candidate that is possible. The first namespace in which a pod
   * is possible usually has one, and to find it takes short questions only. No candidate before
   * this namespace is possible, so only those after it remain if it has none.
   */
  private OptionalInt firstClear(WitnessCandidates candidates) {
    int base = solver.getNumScopes();
    Model before = model;
    solver.push();
    OptionalInt namespace =
        firstPossible(0, candidates.namespaces().size(), candidates::isPodInSome);
    if (namespace.isEmpty()) {
      return OptionalInt.empty();
    }
    WitnessCandidates.Namespace in = candidates.namespaces().get(namespace.getAsInt());
    OptionalInt found = firstPossible(in.first(), in.end(), candidates::isPodOfSome);
    if (found.isPresent()) {
      return found;
    }
    solver.pop(solver.getNumScopes() - base);
    model = before;
    return firstPossible(in.end(), candidates.workloads().size(), candidates::isPodOfSome);
  }

  /** The statement that one of the alternatives from {@code first} to {@code end - 1} is true. */
  @FunctionalInterface
  private interface Alternatives {
    BoolExpr some(int first, int end);
  }

  /**
   * Chooses the first of the alternatives from {@code from} to {@code to - 1} that is possible, by
   * bisection. Invariant: one of the alternatives from {@code first} to {@code end} is possible,
   * and no earlier one.
   */
  private OptionalInt firstPossible(int from, int to, Alternatives alternatives) {
    if (from == to || !prefer(alternatives.some(from, to))) {
      return OptionalInt.empty();
    }
    int first = from;
    int end = to;
    while (end - first > 1) {
      int middle = (first + end) >>> 1;
      if (prefer(alternatives.some(first, middle))) {
        end = middle;
      } else {
        first = middle;
      }
    }
    return prefer(alternatives.some(first, end)) ? OptionalInt.of(first) : OptionalInt.empty();
  }

  /**
   * Returns the workload of which the end is a pod in the model; empty if it is an address. The
   * names of sidecars count as the model says.
   */
  private Optional<Workload> inModel(WitnessCandidates candidates) {
    for (Workload workload : candidates.workloads()) {
      BoolExpr here = candidates.mayBePodOf(workload);
      if (holds(here)) {
        solver.add(new BoolExpr[] {here});
        return Optional.of(candidates == destinations ? withNamesOfModel(workload) : workload);
      }
    }
    return Optional.empty();
  }

  /** Returns the workload with the names of the port in the model, without those of sidecars. */
  private Workload withNamesOfModel(Workload workload) {
    Endpoint.Pod pod = workload.pod();
    if (pod.namedPorts().stream().noneMatch(NamedPort::sidecar)) {
      return workload;
    }
    Protocol protocol =
        ConnectionSymbols.protocol(number(encoding.connection().protocol()).intValueExact());
    int port = number(encoding.connection().port()).intValueExact();
    Set<NamedPort> named = new LinkedHashSet<>(namedPorts(protocol, port));
    pod.namedPorts().stream().filter(each -> !each.sidecar()).forEach(named::add);
    solver.add(
        new BoolExpr[] {
          expressions.is(encoding.connection().port(), port), encoding.connection().uses(protocol)
        });
    for (ConnectionSymbols.NamedSymbol each : encoding.connection().namedPorts()) {
      solver.add(
          new BoolExpr[] {holds(each.holds()) ? each.holds() : expressions.not(each.holds())});
    }
    return workload.withPod(pod.withNamedPorts(List.copyOf(named)));
  }

  /**
   * Chooses an address: a well-known one outside of the cluster, or for a pod the first range of
   * addresses that policies can tell apart. The choice does not depend on what the solver was asked
   * before.
   */
  private void chooseAddress(EndpointSymbols end, Family family) {
    AddressAtoms atoms = vocabulary.atoms(family);
    Expr<BitVecSort> symbol = end.address(family);
    if (holds(end.isPod())) {
      firstPossible(
          0,
          atoms.size(),
          (first, after) -> encoding.ends().inAtoms(end, family, Bits.range(first, after)));
      return;
    }
    Bits external = vocabulary.externalAtoms(family);
    IpAddress best = atoms.representative(external);
    if (prefer(equal(symbol, best))) {
      return;
    }
    List<Integer> order = new ArrayList<>();
    external.stream().forEach(order::add);
    IntStream.range(0, atoms.size()).filter(atom -> !external.contains(atom)).forEach(order::add);
    firstPossible(
            0,
            order.size(),
            (first, after) ->
                encoding.ends().inAtoms(end, family, bits(order.subList(first, after))))
        .ifPresent(first -> prefer(equal(symbol, atoms.representative(Bits.of(order.get(first))))));
  }

  private static Bits bits(List<Integer> numbers) {
    return Bits.of(numbers.stream().mapToInt(number -> number).toArray());
  }

  private BoolExpr equal(Expr<BitVecSort> symbol, IpAddress address) {
    return expressions.between(symbol, address.value(), address.value());
  }

  private EndpointValues values(EndpointSymbols end, Family family, List<NamedPort> namedPorts) {
    return new EndpointValues(
        holds(end.isPod()),
        number(end.namespace()).intValueExact(),
        end.namespaceLabels().stream().map(l -> number(l).intValueExact()).toList(),
        end.podLabels().stream().map(l -> number(l).intValueExact()).toList(),
        List.of(new IpAddress(family, number(end.address(family)))),
        namedPorts);
  }

  private boolean holds(BoolExpr expression) {
    return model.eval(expression, true).isTrue();
  }

  private BigInteger number(Expr<BitVecSort> expression) {
    return ((BitVecNum) model.eval(expression, true)).getBigInteger();
  }
}

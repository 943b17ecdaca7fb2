package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.DeclaredPod;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Encodes that an end of a connection is a pod of a declared workload. */
final class WorkloadEncoding {
  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final ConnectionSymbols connection;
  private final IdentityHashMap<EndpointSymbols, AbsentLabels> absent = new IdentityHashMap<>();

  WorkloadEncoding(
      Expressions expressions,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      ConnectionSymbols connection) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.connection = connection;
  }

  /** Returns the number of the namespace of the workload in the vocabulary. */
  int namespace(Workload workload) {
    return vocabulary.namespaceIndex(workload.namespace());
  }

  /** The end has the namespace, the labels and, if they are known, the addresses of the pods. */
  BoolExpr isPodOf(EndpointSymbols end, Workload workload) {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(end.isPod());
    DeclaredPod declared = DeclaredPod.of(workload.pod(), vocabulary);
    parts.add(ends.inNamespace(end, declared.namespace()));
    int[] present = declared.labels().present().toArray();
    for (int key : present) {
      parts.add(expressions.is(end.podLabels().get(key), declared.labels().get(key).first()));
    }
    parts.add(
        absent
            .computeIfAbsent(end, each -> new AbsentLabels(expressions, each.podLabels()))
            .allBut(present));
    for (Family family : Family.values()) {
      // These are the addresses of all replicas; a pod has one of them.
      List<BoolExpr> known =
          workload.pod().addresses().stream()
              .filter(address -> address.family() == family)
              .map(a -> expressions.between(end.address(family), a.value(), a.value()))
              .toList();
      if (!known.isEmpty()) {
        parts.add(expressions.or(known));
      }
    }
    return expressions.and(parts);
  }

  /** Returns the number of port names that the questions so far can tell apart. */
  int portNames() {
    return connection.namedPorts().size();
  }

  /**
   * The port of the connection has exactly the names that the pods give it. The names of sidecars
   * are not part of a clear example, because implementations differ on them.
   */
  BoolExpr hasClearNames(Workload workload) {
    List<BoolExpr> parts = new ArrayList<>();
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      parts.add(expressions.not(isNamed(workload, named, true)));
      parts.add(expressions.z3().mkEq(named.holds(), isNamed(workload, named, false)));
    }
    return expressions.and(parts);
  }

  /**
   * The port of the connection has the names that the pods give it. The names of sidecars may count
   * or not.
   */
  BoolExpr mayHaveNames(Workload workload) {
    List<BoolExpr> parts = new ArrayList<>();
    for (ConnectionSymbols.NamedSymbol named : connection.namedPorts()) {
      BoolExpr certain = isNamed(workload, named, false);
      BoolExpr possible = expressions.or(List.of(certain, isNamed(workload, named, true)));
      parts.add(expressions.implies(certain, named.holds()));
      parts.add(expressions.implies(named.holds(), possible));
    }
    return expressions.and(parts);
  }

  /** A container gives the port of the connection the name; a sidecar or another one. */
  private BoolExpr isNamed(
      Workload workload, ConnectionSymbols.NamedSymbol named, boolean sidecar) {
    List<BoolExpr> ports = new ArrayList<>();
    for (NamedPort port : workload.pod().namedPorts()) {
      if (port.name().equals(named.clause().name())
          && port.protocol() == named.clause().protocol()
          && port.sidecar() == sidecar) {
        ports.add(expressions.is(connection.port(), port.port()));
      }
    }
    return expressions.and(
        List.of(connection.uses(named.clause().protocol()), expressions.or(ports)));
  }
}

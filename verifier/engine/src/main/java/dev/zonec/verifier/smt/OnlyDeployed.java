package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The conditions of the closed world: an end that is a pod is a pod of a declared workload, and
 * gives its ports the names that the workload declares.
 */
final class OnlyDeployed {
  private final Expressions expressions;
  private final WorkloadEncoding encoding;
  private final List<Workload> workloads;

  /**
   * @param workloads the workloads whose pods exist
   */
  OnlyDeployed(Expressions expressions, WorkloadEncoding encoding, List<Workload> workloads) {
    this.expressions = expressions;
    this.encoding = encoding;
    this.workloads = workloads;
  }

  /** The end is no pod, or one of a workload. */
  BoolExpr exists(EndpointSymbols end) {
    Set<BoolExpr> some = new LinkedHashSet<>(List.of(expressions.not(end.isPod())));
    workloads.forEach(workload -> some.add(encoding.isPodOf(end, workload)));
    return expressions.or(List.copyOf(some));
  }

  /**
   * The port of the connection has the names that a workload declares of which the destination is a
   * pod.
   */
  BoolExpr hasNames(EndpointSymbols destination) {
    List<BoolExpr> some = new ArrayList<>(List.of(expressions.not(destination.isPod())));
    for (Workload workload : workloads) {
      some.add(
          expressions.and(
              List.of(encoding.isPodOf(destination, workload), encoding.mayHaveNames(workload))));
    }
    return expressions.or(List.copyOf(new LinkedHashSet<>(some)));
  }
}

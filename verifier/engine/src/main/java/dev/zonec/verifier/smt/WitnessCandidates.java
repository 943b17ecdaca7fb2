package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The declared workloads that a witness can show at an end of a connection, by namespace and then
 * in their order. Many witnesses are chosen among the same workloads, so the statements about them
 * are built once.
 *
 * <p>A statement about a range of workloads is the disjunction of those about its halves. The
 * ranges of a bisection are therefore parts of each other, and Z3 shares them.
 */
final class WitnessCandidates {
  private final Expressions expressions;
  private final WorkloadEncoding encoding;
  private final EndpointSymbols end;
  private final boolean isDestination;
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Namespace> namespaces = new ArrayList<>();
  private final Map<Range, BoolExpr> known = new HashMap<>();

  /** The number of port names that the known statements are about. A question can add names. */
  private int portNames;

  /**
   * @param end the end of the connection
   * @param isDestination whether the port of the connection must have exactly the names that the
   *     workload gives it
   * @param workloads the workloads; those on the host network have no pods of their own and are
   *     left out
   */
  WitnessCandidates(
      Expressions expressions,
      WorkloadEncoding encoding,
      EndpointSymbols end,
      boolean isDestination,
      List<Workload> workloads) {
    this.expressions = expressions;
    this.encoding = encoding;
    this.end = end;
    this.isDestination = isDestination;
    Map<Integer, List<Workload>> byNumber = new TreeMap<>();
    for (Workload workload : workloads) {
      if (!workload.pod().hostNetwork()) {
        byNumber
            .computeIfAbsent(encoding.namespace(workload), number -> new ArrayList<>())
            .add(workload);
      }
    }
    byNumber.forEach(this::add);
  }

  private void add(int namespace, List<Workload> all) {
    int first = workloads.size();
    workloads.addAll(all);
    namespaces.add(new Namespace(namespace, first, workloads.size()));
  }

  /**
   * A namespace with workloads.
   *
   * @param number its number in the vocabulary
   * @param first the index of its first workload
   * @param end the index after its last workload
   */
  record Namespace(int number, int first, int end) {}

  /** The workloads from {@code first} to {@code end - 1}. */
  private record Range(int first, int end) {}

  List<Workload> workloads() {
    return workloads;
  }

  /** Returns the namespaces that have workloads, in the order of the vocabulary. */
  List<Namespace> namespaces() {
    return namespaces;
  }

  /**
   * The end is a pod in one of the {@link #namespaces} from {@code first} to {@code end - 1}. This
   * is a short statement: namespaces whose numbers follow each other are one range.
   */
  BoolExpr isPodInSome(int first, int end) {
    List<BoolExpr> ranges =
        Runs.of(namespaces.subList(first, end).stream().mapToInt(Namespace::number)).stream()
            .map(run -> expressions.between(this.end.namespace(), run.first(), run.last()))
            .toList();
    return expressions.and(List.of(this.end.isPod(), expressions.or(ranges)));
  }

  /**
   * The end is a pod of one of the workloads from {@code first} to {@code end - 1}, of which there
   * is at least one.
   */
  BoolExpr isPodOfSome(int first, int end) {
    if (encoding.portNames() > portNames) {
      portNames = encoding.portNames();
      known.clear();
    }
    Range range = new Range(first, end);
    BoolExpr found = known.get(range);
    if (found == null) {
      int middle = (first + end) >>> 1;
      found =
          end - first == 1
              ? isPodOf(workloads.get(first))
              : expressions.or(List.of(isPodOfSome(first, middle), isPodOfSome(middle, end)));
      known.put(range, found);
    }
    return found;
  }

  private BoolExpr isPodOf(Workload workload) {
    return isDestination
        ? expressions.and(
            List.of(encoding.isPodOf(end, workload), encoding.hasClearNames(workload)))
        : encoding.isPodOf(end, workload);
  }

  /** The end is a pod of {@code workload}; the names of its sidecars may count or not. */
  BoolExpr mayBePodOf(Workload workload) {
    return isDestination
        ? expressions.and(List.of(encoding.isPodOf(end, workload), encoding.mayHaveNames(workload)))
        : encoding.isPodOf(end, workload);
  }
}

package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.verifier.quotient.LabelKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * States that a pod lacks labels. A workload lacks most of the labels that selectors mention, and
 * thousands of workloads lack nearly the same ones.
 *
 * <p>The statement for a range of keys is the conjunction of the statements for its halves, and is
 * built once. A pod with k of n labels thus needs about k · log n expressions instead of n.
 */
final class AbsentLabels {
  private final Expressions expressions;
  private final List<Expr<BitVecSort>> labels;
  private final Map<Range, BoolExpr> known = new HashMap<>();

  /**
   * @param expressions makes the expressions
   * @param labels the variables of the labels of a pod
   */
  AbsentLabels(Expressions expressions, List<Expr<BitVecSort>> labels) {
    this.expressions = expressions;
    this.labels = labels;
  }

  /** The keys from {@code first} to {@code end - 1}. */
  private record Range(int first, int end) {
    int middle() {
      return (first + end) >>> 1;
    }
  }

  /** The pod has no label but the labels with the numbers {@code present}, which ascend. */
  BoolExpr allBut(int[] present) {
    List<BoolExpr> parts = new ArrayList<>();
    add(new Range(0, labels.size()), present, parts);
    return expressions.and(parts);
  }

  private void add(Range range, int[] present, List<BoolExpr> parts) {
    if (range.first() == range.end()) {
      return;
    }
    int at = Arrays.binarySearch(present, range.first());
    int next = at < 0 ? -at - 1 : at;
    if (next == present.length || present[next] >= range.end()) {
      parts.add(absent(range));
    } else if (range.end() - range.first() > 1) {
      add(new Range(range.first(), range.middle()), present, parts);
      add(new Range(range.middle(), range.end()), present, parts);
    }
  }

  /** The pod has none of the labels in {@code range}, which is not empty. */
  private BoolExpr absent(Range range) {
    BoolExpr found = known.get(range);
    if (found == null) {
      found =
          range.end() - range.first() == 1
              ? expressions.is(labels.get(range.first()), LabelKey.ABSENT)
              : expressions.and(
                  List.of(
                      absent(new Range(range.first(), range.middle())),
                      absent(new Range(range.middle(), range.end()))));
      known.put(range, found);
    }
    return found;
  }
}

package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared statements say the same as one statement for each label. */
class AbsentLabelsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theStatementIsTheConjunctionOfAllAbsentLabels(int count) {
    try (Context z3 = new Context()) {
      Expressions expressions = new Expressions(z3);
      List<Expr<BitVecSort>> labels = new ArrayList<>();
      for (int key = 0; key < count; key++) {
        labels.add(expressions.variable("label." + key, 2));
      }
      AbsentLabels absent = new AbsentLabels(expressions, labels);
      for (int some = 0; some < 1 << count; some++) {
        int members = some;
        int[] present = IntStream.range(0, count).filter(k -> (members >> k & 1) != 0).toArray();
        List<BoolExpr> each =
            IntStream.range(0, count)
                .filter(key -> (members >> key & 1) == 0)
                .mapToObj(key -> expressions.is(labels.get(key), 0))
                .toList();
        Solver solver = z3.mkSolver();
        solver.add(
            new BoolExpr[] {
              expressions.not(z3.mkEq(absent.allBut(present), expressions.and(each)))
            });
        assertThat(solver.check()).isEqualTo(Status.UNSATISFIABLE);
      }
    }
  }
}

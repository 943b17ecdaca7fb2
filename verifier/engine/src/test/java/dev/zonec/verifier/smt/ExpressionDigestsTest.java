package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Different questions have different keys, and equal questions of different runs have one key. */
final class ExpressionDigestsTest {
  private static final String SOLVER = "Z3 1.0";

  /** A question over a few variables, of which each variant changes one part. */
  private static QuestionKey key(Function<Question, List<List<BoolExpr>>> content, String solver) {
    try (Context z3 = new Context()) {
      Question question = new Question(z3);
      return new ExpressionDigests(question.definitions, solver).question(content.apply(question));
    }
  }

  private static final class Question {
    private final Context z3;
    private final Expressions expressions;
    private final Definitions definitions;
    private final BoolExpr pod;

    Question(Context z3) {
      this.z3 = z3;
      this.expressions = new Expressions(z3);
      this.definitions = new Definitions(z3);
      this.pod = z3.mkBoolConst("source.pod");
    }

    Expr<BitVecSort> label(int width) {
      return expressions.variable("source.label.app", width);
    }

    BoolExpr bit(int at) {
      return expressions.is(z3.mkExtract(at, at, label(4)), 1);
    }
  }

  @Test
  void everyPartOfAQuestionChangesTheKey() {
    List<Function<Question, List<List<BoolExpr>>>> questions =
        List.of(
            q -> List.of(),
            q -> List.of(List.of()),
            q -> List.of(List.of(), List.of()),
            q -> List.of(List.of(q.pod), List.of()),
            q -> List.of(List.of(), List.of(q.pod)),
            q -> List.of(List.of(q.pod), List.of(q.pod)),
            q -> List.of(List.of(q.pod, q.pod)),
            q -> List.of(List.of(q.expressions.not(q.pod))),
            q -> List.of(List.of(q.z3.mkBoolConst("source.pod2"))),
            q -> List.of(List.of(q.z3.mkBoolConst("destination.pod"))),
            q -> List.of(List.of(q.z3.mkTrue())),
            q -> List.of(List.of(q.z3.mkFalse())),
            q -> List.of(List.of(q.z3.mkBoolConst("true"))),
            q -> List.of(List.of(q.expressions.is(q.label(4), 1))),
            q -> List.of(List.of(q.expressions.is(q.label(4), 2))),
            q -> List.of(List.of(q.expressions.is(q.label(5), 1))),
            q ->
                List.of(
                    List.of(q.expressions.is(q.expressions.variable("source.label.tier", 4), 1))),
            q -> List.of(List.of(q.expressions.below(q.label(4), 1))),
            q -> List.of(List.of(q.expressions.below(q.label(4), 2))),
            q -> List.of(List.of(q.bit(0))),
            q -> List.of(List.of(q.bit(1))),
            q -> List.of(List.of(q.bit(0), q.bit(1))),
            q -> List.of(List.of(q.bit(1), q.bit(0))),
            q -> List.of(List.of(q.z3.mkAnd(q.bit(0), q.bit(1)))),
            q -> List.of(List.of(q.z3.mkOr(q.bit(0), q.bit(1)))),
            q -> List.of(List.of(q.z3.mkOr(q.bit(1), q.bit(0)))),
            q -> List.of(List.of(q.z3.mkOr(q.bit(0), q.bit(1), q.pod))),
            q -> List.of(List.of(q.z3.mkOr(q.bit(0), q.z3.mkOr(q.bit(1), q.pod)))),
            q -> List.of(List.of(q.z3.mkImplies(q.bit(0), q.pod))),
            q -> List.of(List.of(q.z3.mkImplies(q.pod, q.bit(0)))),
            q -> List.of(List.of(q.definitions.define(() -> q.z3.mkAnd(q.pod, q.bit(2))))),
            q -> List.of(List.of(q.definitions.define(() -> q.z3.mkAnd(q.pod, q.bit(3))))));
    List<QuestionKey> keys = questions.stream().map(question -> key(question, SOLVER)).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(questions.stream().map(question -> key(question, SOLVER)).toList()).isEqualTo(keys);
    assertThat(questions.stream().map(question -> key(question, "Z3 1.1")).toList())
        .doesNotContainAnyElementsOf(keys);
  }

  /** The number of a literal depends on what a run defined before. */
  @Test
  void aLiteralCountsAsItsMeaning() {
    QuestionKey plain = key(q -> List.of(List.of(q.z3.mkAnd(q.pod, q.bit(2)))), SOLVER);
    QuestionKey first =
        key(q -> List.of(List.of(q.definitions.define(() -> q.z3.mkAnd(q.pod, q.bit(2))))), SOLVER);
    QuestionKey second =
        key(
            q -> {
              BoolExpr other = q.definitions.define(() -> q.z3.mkOr(q.pod, q.bit(1)));
              assertThat(other).isNotNull();
              return List.of(List.of(q.definitions.define(() -> q.z3.mkAnd(q.pod, q.bit(2)))));
            },
            SOLVER);
    assertThat(first).isEqualTo(plain);
    assertThat(second).isEqualTo(plain);
  }

  @Test
  void deepTermsHaveKeys() {
    QuestionKey deep =
        key(
            q -> {
              BoolExpr expression = q.pod;
              for (int i = 0; i < 100_000; i++) {
                expression = q.z3.mkNot(q.z3.mkAnd(expression, q.pod));
              }
              return List.of(List.of(expression));
            },
            SOLVER);
    assertThat(deep).isNotNull();
  }

  /**
   * Z3 shares equal expressions, so two expressions of a context are equal if and only if they are
   * one.
   */
  @Property(tries = 100)
  void digestsAreEqualIfAndOnlyIfExpressionsAre(@ForAll long seed) {
    Random random = new Random(seed);
    try (Context z3 = new Context()) {
      ExpressionDigests digests = new ExpressionDigests(new Definitions(z3), SOLVER);
      Map<QuestionKey, BoolExpr> expressions = new HashMap<>();
      for (int i = 0; i < 60; i++) {
        BoolExpr expression = expression(z3, random, 3);
        QuestionKey key = digests.question(List.of(List.of(expression)));
        BoolExpr before = expressions.putIfAbsent(key, expression);
        if (before != null) {
          assertThat(before).isEqualTo(expression);
        }
      }
      List<BoolExpr> different = new ArrayList<>(expressions.values());
      assertThat(different).doesNotHaveDuplicates();
    }
  }

  private static BoolExpr expression(Context z3, Random random, int depth) {
    Expressions expressions = new Expressions(z3);
    if (depth == 0) {
      int width = 2 + random.nextInt(2);
      Expr<BitVecSort> variable = expressions.variable("v" + random.nextInt(2), width);
      return switch (random.nextInt(4)) {
        case 0 -> z3.mkBoolConst("v" + random.nextInt(2));
        case 1 -> expressions.is(variable, random.nextInt(3));
        case 2 -> expressions.below(variable, 1 + random.nextInt(3));
        default -> {
          int bit = random.nextInt(width);
          yield expressions.is(z3.mkExtract(bit, bit, variable), random.nextInt(2));
        }
      };
    }
    BoolExpr one = expression(z3, random, random.nextInt(depth));
    BoolExpr other = expression(z3, random, random.nextInt(depth));
    return switch (random.nextInt(5)) {
      case 0 -> z3.mkNot(one);
      case 1 -> z3.mkAnd(one, other);
      case 2 -> z3.mkOr(one, other);
      case 3 -> z3.mkImplies(one, other);
      default -> z3.mkEq(one, other);
    };
  }
}

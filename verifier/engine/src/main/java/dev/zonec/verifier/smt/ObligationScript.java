package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes questions as a script in SMT-LIB 2, so that any solver can answer them
 * (spec/certificates.md, Obligations).
 *
 * <p>The terms are those that {@link Z3Checker} gives to Z3. They are built in a context of their
 * own, so that the text depends on nothing but the arguments. Z3's solver is not asked.
 */
public final class ObligationScript {
  private ObligationScript() {}

  /**
   * A question whose answer is expected to be <i>unsatisfiable</i>.
   *
   * @param says what must be impossible, as a sentence without a full stop
   * @param formula the same as a formula
   */
  public record Question(String says, Formula formula) {}

  /**
   * Returns the script.
   *
   * @param vocabulary everything that the formulas can tell apart
   * @param assumed a statement about every connection
   */
  public static String of(Vocabulary vocabulary, Formula assumed, List<Question> questions) {
    try (Context z3 = new Context()) {
      FormulaEncoding encoding = new FormulaEncoding(new Expressions(z3), vocabulary);
      List<BoolExpr> conditions = new ArrayList<>(encoding.sideConditions());
      conditions.add(encoding.encoded(assumed).expression());
      List<ScriptText.Block> blocks = new ArrayList<>();
      for (Question question : questions) {
        BoolExpr term = encoding.encoded(question.formula()).expression();
        List<BoolExpr> parts = new ArrayList<>(encoding.namedPortConditions());
        parts.add(term);
        blocks.add(new ScriptText.Block(question.says(), parts));
      }
      return new ScriptText(encoding.definitions()).of(conditions, blocks);
    }
  }
}

package dev.zonec.verifier.smt;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Literals that abbreviate expressions, so that an expression that many questions share is given to
 * a solver only once.
 *
 * <p>A definition is the equation of a literal and its expression; the expression can contain other
 * literals. A question must assert the definitions of all literals that it uses, directly or
 * through other definitions, and {@link #of} returns them. It should assert no other definitions,
 * because a solver has to satisfy all that it is given.
 */
final class Definitions {
  private final Context z3;
  private final Map<BoolExpr, Definition> definitions = new HashMap<>();
  private final Deque<Set<BoolExpr>> open = new ArrayDeque<>();

  Definitions(Context z3) {
    this.z3 = z3;
  }

  /**
   * The definition of a literal.
   *
   * @param equation the literal equals its expression
   * @param meaning the expression
   * @param literals the literals in the expression
   */
  private record Definition(BoolExpr equation, BoolExpr meaning, Set<BoolExpr> literals) {}

  /**
   * An expression and the literals in it.
   *
   * @param expression the expression
   * @param literals the literals that the expression contains directly
   */
  record Encoded(BoolExpr expression, Set<BoolExpr> literals) {}

  /**
   * Runs {@code expression}, and returns the expression that it builds with the literals that it
   * used.
   */
  Encoded encode(Supplier<BoolExpr> expression) {
    open.push(emptySet());
    BoolExpr made = expression.get();
    return new Encoded(made, open.pop());
  }

  /** Returns a new literal that stands for the expression that {@code expression} builds. */
  BoolExpr define(Supplier<BoolExpr> expression) {
    Encoded definition = encode(expression);
    BoolExpr literal = z3.mkBoolConst("literal." + definitions.size());
    definitions.put(
        literal,
        new Definition(
            z3.mkEq(literal, definition.expression()),
            definition.expression(),
            definition.literals()));
    return use(literal);
  }

  /** Returns the expression that {@code expression} stands for, if it is a literal. */
  Optional<BoolExpr> meaning(BoolExpr expression) {
    return Optional.ofNullable(definitions.get(expression)).map(Definition::meaning);
  }

  /** Records that the expression that is being built contains {@code literal}. */
  BoolExpr use(BoolExpr literal) {
    if (!open.isEmpty()) {
      open.element().add(literal);
    }
    return literal;
  }

  /**
   * Returns the definitions of {@code literals}, and of all literals that these definitions
   * contain.
   *
   * @param known the literals whose definitions the solver has already; the others are added to it
   */
  List<BoolExpr> of(Set<BoolExpr> literals, Set<BoolExpr> known) {
    List<BoolExpr> equations = new ArrayList<>();
    Deque<BoolExpr> left = new ArrayDeque<>(literals);
    while (!left.isEmpty()) {
      BoolExpr literal = left.pop();
      if (known.add(literal)) {
        Definition definition = Objects.requireNonNull(definitions.get(literal));
        equations.add(definition.equation());
        left.addAll(definition.literals());
      }
    }
    return equations;
  }

  /**
   * Returns an empty set for {@link #of}. It keeps the order of insertion, because the answers of a
   * solver can depend on the order of its assertions, and equal runs must give equal results.
   */
  static Set<BoolExpr> emptySet() {
    return new LinkedHashSet<>();
  }
}

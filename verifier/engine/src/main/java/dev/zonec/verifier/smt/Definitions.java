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
import java.util.Set;
import java.util.function.Supplier;

/**
 * Literals that stand for terms, and what each of them literals. A question asserts the definitions
 * that it leans on, and no others: a solver has to satisfy all that it is given.
 */
final class Definitions {
  private final Context z3;
  private final Map<BoolExpr, Definition> definitions = new HashMap<>();
  private final Deque<Set<BoolExpr>> open = new ArrayDeque<>();

  Definitions(Context z3) {
    this.z3 = z3;
  }

  /**
   * What a literal stands for.
   *
   * @param equation the literal is what it stands for
   * @param literals the literals in that
   */
  private record Definition(BoolExpr equation, Set<BoolExpr> literals) {}

  /**
   * A term, and the literals in it.
   *
   * @param term may hold literals
   * @param literals those that it does
   */
  record Encoded(BoolExpr term, Set<BoolExpr> literals) {}

  /** What {@code term} makes, with the literals that it uses meanwhile. */
  Encoded encode(Supplier<BoolExpr> term) {
    open.push(emptySet());
    BoolExpr made = term.get();
    return new Encoded(made, open.pop());
  }

  /** A new literal for what {@code term} makes. */
  BoolExpr define(Supplier<BoolExpr> term) {
    Encoded definition = encode(term);
    BoolExpr literal = z3.mkBoolConst("literal." + definitions.size());
    definitions.put(
        literal, new Definition(z3.mkEq(literal, definition.term()), definition.literals()));
    return use(literal);
  }

  /** Notes that a literal is part of what is being made. */
  BoolExpr use(BoolExpr literal) {
    if (!open.isEmpty()) {
      open.element().add(literal);
    }
    return literal;
  }

  /**
   * The definitions of {@code literals} and of all that those need.
   *
   * @param known literals whose definitions are not wanted; the others are added
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
   * A set that is empty, for {@link #of}. It keeps the order in which literals were added: a solver
   * that is told the same in the same order finds the same.
   */
  static Set<BoolExpr> emptySet() {
    return new LinkedHashSet<>();
  }
}

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
 * Literals that abbreviate terms, so that a term that many questions share is given to a solver
 * only once.
 *
 * <p>A definition is the equation of a literal and its term; the term can contain other literals. A
 * question must assert the definitions of all literals that it uses, directly or through other
 * definitions, and {@link #of} returns them. It should assert no other definitions, because a
 * solver has to satisfy all that it is given.
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
   * @param equation the literal equals its term
   * @param meaning the term
   * @param literals the literals in the term
   */
  private record Definition(BoolExpr equation, BoolExpr meaning, Set<BoolExpr> literals) {}

  /**
   * A term and the literals in it.
   *
   * @param term the term
   * @param literals the literals that the term contains directly
   */
  record Encoded(BoolExpr term, Set<BoolExpr> literals) {}

  /** Runs {@code term}, and returns the term that it builds with the literals that it used. */
  Encoded encode(Supplier<BoolExpr> term) {
    open.push(emptySet());
    BoolExpr made = term.get();
    return new Encoded(made, open.pop());
  }

  /** Returns a new literal that stands for the term that {@code term} builds. */
  BoolExpr define(Supplier<BoolExpr> term) {
    Encoded definition = encode(term);
    BoolExpr literal = z3.mkBoolConst("literal." + definitions.size());
    definitions.put(
        literal,
        new Definition(
            z3.mkEq(literal, definition.term()), definition.term(), definition.literals()));
    return use(literal);
  }

  /** Returns the term that {@code term} stands for, if it is a literal. */
  Optional<BoolExpr> meaning(BoolExpr term) {
    return Optional.ofNullable(definitions.get(term)).map(Definition::meaning);
  }

  /** Records that the term that is being built contains {@code literal}. */
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

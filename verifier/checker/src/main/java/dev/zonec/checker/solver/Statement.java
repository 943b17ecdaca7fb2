package dev.zonec.checker.solver;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A statement about integers and truth values, which have names.
 *
 * <p>The methods of this interface simplify: a statement that is true or false whatever the values
 * are is a {@link Constant} if its parts show it.
 */
public sealed interface Statement
    permits Constant,
        Statement.All,
        Statement.Any,
        Statement.Not,
        Statement.Holds,
        Statement.Is,
        Statement.Between {
  /** Every part is true. */
  record All(List<Statement> parts) implements Statement {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Some part is true. */
  record Any(List<Statement> parts) implements Statement {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part is false. */
  record Not(Statement part) implements Statement {}

  /** The truth variable {@code name} is true. */
  record Holds(String name) implements Statement {}

  /** The number {@code name} is {@code value}. */
  record Is(String name, BigInteger value) implements Statement {}

  /** The number {@code name} is at least {@code first} and at most {@code last}. */
  record Between(String name, BigInteger first, BigInteger last) implements Statement {}

  /** Whether this is {@link Constant#TRUE}. */
  default boolean isTrue() {
    return this == Constant.TRUE;
  }

  /** Whether this is {@link Constant#FALSE}. */
  default boolean isFalse() {
    return this == Constant.FALSE;
  }

  /** Every one of {@code parts} is true. */
  static Statement all(Collection<Statement> parts) {
    List<Statement> left = new ArrayList<>();
    for (Statement part : parts) {
      if (part.isFalse()) {
        return Constant.FALSE;
      }
      if (!part.isTrue()) {
        left.add(part);
      }
    }
    return left.isEmpty() ? Constant.TRUE : left.size() == 1 ? left.getFirst() : new All(left);
  }

  /** Every one of {@code parts} is true. */
  static Statement all(Statement... parts) {
    return all(Arrays.asList(parts));
  }

  /** Some one of {@code parts} is true. */
  static Statement any(Collection<Statement> parts) {
    List<Statement> left = new ArrayList<>();
    for (Statement part : parts) {
      if (part.isTrue()) {
        return Constant.TRUE;
      }
      if (!part.isFalse()) {
        left.add(part);
      }
    }
    return left.isEmpty() ? Constant.FALSE : left.size() == 1 ? left.getFirst() : new Any(left);
  }

  /** Some one of {@code parts} is true. */
  static Statement any(Statement... parts) {
    return any(Arrays.asList(parts));
  }

  /** {@code part} is false. */
  static Statement not(Statement part) {
    return part.isTrue()
        ? Constant.FALSE
        : part.isFalse() ? Constant.TRUE : part instanceof Not(var inner) ? inner : new Not(part);
  }

  /** {@code then} is true, or {@code condition} is false. */
  static Statement implies(Statement condition, Statement then) {
    return any(not(condition), then);
  }

  /** The constant. */
  static Statement of(boolean truth) {
    return truth ? Constant.TRUE : Constant.FALSE;
  }
}

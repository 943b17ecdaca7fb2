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
 * are is {@link #TRUE} or {@link #FALSE} if its parts show it.
 */
public sealed interface Statement {
  /** Is always true. */
  Statement TRUE = new All(List.of());

  /** Is never true. */
  Statement FALSE = new Any(List.of());

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

  /** Whether this is {@link #TRUE}. */
  default boolean isTrue() {
    return this instanceof All(var parts) && parts.isEmpty();
  }

  /** Whether this is {@link #FALSE}. */
  default boolean isFalse() {
    return this instanceof Any(var parts) && parts.isEmpty();
  }

  /** Every one of {@code parts} is true. */
  static Statement all(Collection<Statement> parts) {
    List<Statement> left = new ArrayList<>();
    for (Statement part : parts) {
      if (part.isFalse()) {
        return FALSE;
      }
      if (!part.isTrue()) {
        left.add(part);
      }
    }
    return left.isEmpty() ? TRUE : left.size() == 1 ? left.getFirst() : new All(left);
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
        return TRUE;
      }
      if (!part.isFalse()) {
        left.add(part);
      }
    }
    return left.isEmpty() ? FALSE : left.size() == 1 ? left.getFirst() : new Any(left);
  }

  /** Some one of {@code parts} is true. */
  static Statement any(Statement... parts) {
    return any(Arrays.asList(parts));
  }

  /** {@code part} is false. */
  static Statement not(Statement part) {
    return part.isTrue()
        ? FALSE
        : part.isFalse() ? TRUE : part instanceof Not(var inner) ? inner : new Not(part);
  }

  /** {@code then} is true, or {@code condition} is false. */
  static Statement implies(Statement condition, Statement then) {
    return any(not(condition), then);
  }

  /** {@link #TRUE} or {@link #FALSE}. */
  static Statement of(boolean truth) {
    return truth ? TRUE : FALSE;
  }
}

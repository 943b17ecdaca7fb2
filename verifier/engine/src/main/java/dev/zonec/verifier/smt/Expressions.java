package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import dev.zonec.verifier.quotient.Bits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Builds Z3 expressions. A conjunction or disjunction of one part is this part. */
final class Expressions {
  private final Context z3;

  Expressions(Context z3) {
    this.z3 = z3;
  }

  Context z3() {
    return z3;
  }

  BoolExpr and(List<BoolExpr> parts) {
    return switch (parts.size()) {
      case 0 -> z3.mkTrue();
      case 1 -> parts.getFirst();
      default -> z3.mkAnd(array(parts));
    };
  }

  BoolExpr or(List<BoolExpr> parts) {
    return switch (parts.size()) {
      case 0 -> z3.mkFalse();
      case 1 -> parts.getFirst();
      default -> z3.mkOr(array(parts));
    };
  }

  BoolExpr not(BoolExpr part) {
    return z3.mkNot(part);
  }

  BoolExpr implies(BoolExpr when, BoolExpr then) {
    return z3.mkImplies(when, then);
  }

  static BoolExpr[] array(List<BoolExpr> parts) {
    return parts.toArray(new BoolExpr[0]);
  }

  Expr<BitVecSort> variable(String name, int width) {
    return z3.mkBVConst(name, width);
  }

  /** Returns the number of bits that represent {@code values} different values; at least one. */
  static int widthFor(int values) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(values - 1));
  }

  /** {@code expression} equals {@code value}. */
  BoolExpr is(Expr<BitVecSort> expression, long value) {
    return z3.mkEq(expression, z3.mkBV(value, width(expression)));
  }

  /** {@code expression}, as an unsigned number, is less than {@code bound}. */
  BoolExpr below(Expr<BitVecSort> expression, int bound) {
    int width = width(expression);
    return bound >= 1L << width ? z3.mkTrue() : z3.mkBVULT(expression, z3.mkBV(bound, width));
  }

  /**
   * {@code expression}, as an unsigned number, is at least {@code first} and at most {@code last}.
   */
  BoolExpr between(Expr<BitVecSort> expression, BigInteger first, BigInteger last) {
    int width = width(expression);
    BigInteger highest = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    List<BoolExpr> parts = new ArrayList<>();
    if (first.signum() > 0) {
      parts.add(z3.mkBVUGE(expression, z3.mkBV(first.toString(), width)));
    }
    if (last.compareTo(highest) < 0) {
      parts.add(z3.mkBVULE(expression, z3.mkBV(last.toString(), width)));
    }
    return and(parts);
  }

  /** Does the same as {@link #between(Expr, BigInteger, BigInteger)} for small numbers. */
  BoolExpr between(Expr<BitVecSort> expression, int first, int last) {
    return between(expression, BigInteger.valueOf(first), BigInteger.valueOf(last));
  }

  /**
   * {@code expression} is one of {@code values}, if it is less than {@code count}. The smaller one
   * of {@code values} and its complement is listed.
   */
  BoolExpr in(Expr<BitVecSort> expression, Bits values, int count) {
    Bits others = Bits.all(count).minus(values);
    if (others.isEmpty()) {
      return z3.mkTrue();
    }
    return values.stream().count() <= others.stream().count()
        ? or(values.stream().mapToObj(value -> is(expression, value)).toList())
        : not(or(others.stream().mapToObj(value -> is(expression, value)).toList()));
  }

  private static int width(Expr<BitVecSort> expression) {
    return expression.getSort().getSize();
  }
}

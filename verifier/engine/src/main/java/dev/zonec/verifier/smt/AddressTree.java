package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.AddressSet;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says of an address that it is in a set of many ranges: a decision for each bit, the highest
 * first, until what is left lies wholly inside or outside. An address decides every bit, so that
 * the solver only follows one way down; a comparison with each range would be evaluated.
 */
final class AddressTree {
  private final Terms terms;
  private final Expr<BitVecSort> address;
  private final int bits;

  /**
   * @param bits how many bits the address has
   */
  AddressTree(Terms terms, Expr<BitVecSort> address, int bits) {
    this.terms = terms;
    this.address = address;
    this.bits = bits;
  }

  BoolExpr in(AddressSet set) {
    return in(set.ranges(), BigInteger.ZERO, bits);
  }

  /**
   * @param ranges those that have an address in question, ascending
   * @param first the first address in question
   * @param free how many bits are not decided
   */
  private BoolExpr in(List<AddressSet.Range> ranges, BigInteger first, int free) {
    if (ranges.isEmpty()) {
      return terms.z3().mkFalse();
    }
    BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
    AddressSet.Range low = ranges.getFirst();
    if (low.first().compareTo(first) <= 0 && low.last().compareTo(last) >= 0) {
      return terms.z3().mkTrue();
    }
    BigInteger middle = first.setBit(free - 1);
    BoolExpr below = in(before(ranges, middle), first, free - 1);
    BoolExpr above = in(from(ranges, middle), middle, free - 1);
    BoolExpr bit = terms.is(terms.z3().mkExtract(free - 1, free - 1, address), 1);
    return (BoolExpr) terms.z3().mkITE(bit, above, below);
  }

  private static List<AddressSet.Range> before(List<AddressSet.Range> ranges, BigInteger middle) {
    return ranges.subList(0, first(ranges, range -> range.first().compareTo(middle) >= 0));
  }

  private static List<AddressSet.Range> from(List<AddressSet.Range> ranges, BigInteger middle) {
    return ranges.subList(
        first(ranges, range -> range.last().compareTo(middle) >= 0), ranges.size());
  }

  /** Returns the place of the first that {@code is} holds of; it holds of all after it. */
  private static int first(List<AddressSet.Range> ranges, Predicate<AddressSet.Range> is) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (is.test(ranges.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

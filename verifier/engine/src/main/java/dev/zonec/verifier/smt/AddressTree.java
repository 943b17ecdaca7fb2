package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.AddressSet;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;

/**
 * Encodes that an address is in a set of many ranges, as a binary decision tree over the bits of
 * the address, the highest bit first.
 *
 * <p>A node of the tree stands for the interval of all addresses with the bits that were decided on
 * the way to it. Invariant: the node's ranges are exactly the ranges that intersect its interval. A
 * node is a leaf if no range intersects the interval, or if one range covers it. A value of the
 * address therefore selects one way from the root to a leaf, and the solver propagates along this
 * way only. With one comparison for each range, it would have to evaluate all of them.
 */
final class AddressTree {
  private final Expressions expressions;
  private final Expr<BitVecSort> address;
  private final int bits;

  /**
   * @param bits the number of bits of the address
   */
  AddressTree(Expressions expressions, Expr<BitVecSort> address, int bits) {
    this.expressions = expressions;
    this.address = address;
    this.bits = bits;
  }

  /** The address is in {@code set}. */
  BoolExpr in(AddressSet set) {
    return in(set.ranges(), BigInteger.ZERO, bits);
  }

  /**
   * The address, which is in an interval, is in one of {@code ranges}.
   *
   * @param ranges the ranges that intersect the interval, in ascending order
   * @param first the first address of the interval
   * @param free the number of low bits that are not decided, so that the interval has 2^{@code
   *     free} addresses
   */
  private BoolExpr in(List<AddressSet.Range> ranges, BigInteger first, int free) {
    if (ranges.isEmpty()) {
      return expressions.z3().mkFalse();
    }
    BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
    AddressSet.Range low = ranges.getFirst();
    if (low.first().compareTo(first) <= 0 && low.last().compareTo(last) >= 0) {
      return expressions.z3().mkTrue();
    }
    BigInteger middle = first.setBit(free - 1);
    BoolExpr below = in(before(ranges, middle), first, free - 1);
    BoolExpr above = in(from(ranges, middle), middle, free - 1);
    BoolExpr bit = expressions.is(expressions.z3().mkExtract(free - 1, free - 1, address), 1);
    return (BoolExpr) expressions.z3().mkITE(bit, above, below);
  }

  private static List<AddressSet.Range> before(List<AddressSet.Range> ranges, BigInteger middle) {
    return ranges.subList(0, indexOfFirst(ranges, range -> range.first().compareTo(middle) >= 0));
  }

  private static List<AddressSet.Range> from(List<AddressSet.Range> ranges, BigInteger middle) {
    return ranges.subList(
        indexOfFirst(ranges, range -> range.last().compareTo(middle) >= 0), ranges.size());
  }

  /**
   * Returns the index of the first range that satisfies {@code condition}, which must then hold for
   * all ranges after it.
   */
  private static int indexOfFirst(
      List<AddressSet.Range> ranges, Predicate<AddressSet.Range> condition) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.test(ranges.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

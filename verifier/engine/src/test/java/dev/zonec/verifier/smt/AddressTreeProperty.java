package dev.zonec.verifier.smt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An address tree contains the same addresses as a comparison with each block. */
final class AddressTreeProperty {
  @Property(tries = 60)
  void aTreeContainsTheAddressesOfItsBlocks(@ForAll long seed) {
    Random random = new Random(seed);
    Family family = random.nextInt(4) == 0 ? Family.IPV6 : Family.IPV4;
    List<IpBlock> blocks = blocks(random, family);
    AddressSet set = AddressSet.of(family, blocks);
    try (Context z3 = new Context()) {
      Expressions expressions = new Expressions(z3);
      Expr<BitVecSort> address = expressions.variable("address", family.bits());
      BoolExpr tree = new AddressTree(expressions, address, family.bits()).in(set);
      BoolExpr each =
          expressions.or(blocks.stream().map(block -> in(expressions, address, block)).toList());
      Solver solver = z3.mkSimpleSolver();
      solver.add(new BoolExpr[] {expressions.not(z3.mkEq(tree, each))});
      assertThat(solver.check()).as("%s", blocks).isEqualTo(Status.UNSATISFIABLE);
    }
  }

  private static BoolExpr in(Expressions expressions, Expr<BitVecSort> address, IpBlock block) {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(expressions.between(address, block.cidr().first(), block.cidr().last()));
    for (Cidr except : block.except()) {
      parts.add(expressions.not(expressions.between(address, except.first(), except.last())));
    }
    return expressions.and(parts);
  }

  private static List<IpBlock> blocks(Random random, Family family) {
    List<IpBlock> out = new ArrayList<>();
    int count = random.nextInt(random.nextBoolean() ? 4 : 40);
    for (int i = 0; i < count; i++) {
      Cidr cidr = cidr(random, family, random.nextInt(family.bits() + 1));
      List<Cidr> except = new ArrayList<>();
      if (random.nextInt(3) == 0 && cidr.prefix() < family.bits()) {
        int longer = cidr.prefix() + 1 + random.nextInt(family.bits() - cidr.prefix());
        except.add(new Cidr(new IpAddress(family, cidr.first()), longer));
      }
      out.add(new IpBlock(cidr, except));
    }
    return out;
  }

  private static Cidr cidr(Random random, Family family, int prefix) {
    // Few different high bits, so that blocks often overlap or touch.
    BigInteger bits = BigInteger.valueOf(random.nextInt(8)).shiftLeft(family.bits() - 4);
    BigInteger low = new BigInteger(family.bits() - 4, random);
    BigInteger mask =
        family.last().shiftRight(family.bits() - prefix).shiftLeft(family.bits() - prefix);
    return new Cidr(new IpAddress(family, bits.add(low).and(mask)), prefix);
  }
}

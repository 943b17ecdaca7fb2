package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.Consumer;

/** Finds zones that can connect to most of the internet, and so can send data to anyone. */
final class OpenEgress implements Check.OfProgram {
  private static final BigInteger HALF_OF_IPV4 = BigInteger.TWO.pow(31);

  /** Half of the public range {@code 2000::/3}. */
  private static final BigInteger HALF_OF_IPV6 = BigInteger.TWO.pow(124);

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1006);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    for (Flow flow : subject.lowered().program().flows()) {
      if (flow.to() instanceof Party.Addresses addresses && isMost(addresses)) {
        findings.accept(
            Finding.of(
                Diagnostic.warning(
                        Code.ZC1006,
                        flow.span(),
                        "`"
                            + flow.from().name()
                            + "` can connect to most of the internet: `"
                            + addresses.name()
                            + "`")
                    .help("declare an external with the blocks that it needs")));
      }
    }
  }

  private static boolean isMost(Party.Addresses addresses) {
    return isMore(addresses, Family.IPV4, HALF_OF_IPV4)
        || isMore(addresses, Family.IPV6, HALF_OF_IPV6);
  }

  private static boolean isMore(Party.Addresses addresses, Family family, BigInteger than) {
    return AddressSet.of(family, addresses.blocks()).ranges().stream()
            .map(range -> range.last().subtract(range.first()).add(BigInteger.ONE))
            .reduce(BigInteger.ZERO, BigInteger::add)
            .compareTo(than)
        > 0;
  }
}

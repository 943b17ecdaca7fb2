package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads address blocks of policies.
 *
 * @param form the accepted forms
 */
public record CidrReader(CidrForm form) {
  /** Leading zeros of a decimal number. */
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9A-Fa-f:])0+(?=[0-9])");

  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

  /** Returns the block; empty if it is invalid. Problems are reported at {@code field}. */
  public Optional<Cidr> read(String written, CheckedField field) {
    String withoutZeros = LEADING_ZEROS.matcher(written).replaceAll("");
    Optional<Cidr> cidr = Cidr.parse(withoutZeros);
    if (cidr.isEmpty()) {
      String help =
          IpAddress.parse(written)
              .map(
                  address ->
                      "for a single address write `"
                          + address
                          + "/"
                          + address.family().bits()
                          + "`")
              .orElse("write a block such as `10.0.0.0/8` or `2001:db8::/32`");
      field.problem(Code.ZC0616, "`" + written + "` is not an address block", help);
      return cidr;
    }
    if (form == CidrForm.CANONICAL && !isCanonical(written, withoutZeros, cidr.get())) {
      field.problem(
          Code.ZC0617,
          "`" + written + "` is not in canonical form",
          "write `" + cidr.get() + "`; some versions of Kubernetes reject other forms");
    }
    return cidr;
  }

  /** Whether {@code written} is a block with bits beyond its prefix. */
  public static boolean isMaskable(String written) {
    return !LEADING_ZEROS.matcher(written).find()
        && Cidr.parse(written).filter(cidr -> !isMapped(cidr)).isPresent();
  }

  private static boolean isMapped(Cidr cidr) {
    return cidr.family() == Family.IPV6
        && cidr.prefix() >= 96
        && cidr.address().value().shiftRight(32).equals(MAPPED);
  }

  private static boolean isCanonical(String written, String withoutZeros, Cidr cidr) {
    String address = written.substring(0, written.indexOf('/'));
    boolean noHostBits = IpAddress.parse(address).equals(Optional.of(cidr.address()));
    return written.equals(withoutZeros) && noHostBits && !isMapped(cidr);
  }
}

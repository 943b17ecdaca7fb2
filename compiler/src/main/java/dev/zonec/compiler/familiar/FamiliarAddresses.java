package dev.zonec.compiler.familiar;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes host names, and addresses in the notations of other tools. */
public final class FamiliarAddresses {
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z]+://?)?(?:[A-Za-z0-9_-]+\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9](?:/.*)?");
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com",
          "org",
          "net",
          "io",
          "dev",
          "local",
          "internal",
          "cloud",
          "gov",
          "edu",
          "app",
          "co",
          "ai",
          "eu",
          "de",
          "uk",
          "fr",
          "us",
          "info",
          "lan",
          "corp",
          "home",
          "example",
          "test",
          "mil",
          "svc");
  private static final Pattern API_SERVER =
      Pattern.compile("(?:[a-z]+://)?kubernetes\\.default(?:\\.svc(?:\\..*)?)?");
  private static final int MOST_BLOCKS = 8;

  private FamiliarAddresses() {}

  /** Whether {@code text} is a host name rather than a zone of another module. */
  public static boolean isHostName(String text) {
    if (!HOST.matcher(text).matches()) {
      return false;
    }
    int slash = text.indexOf('/', text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);
    String host = slash < 0 ? text : text.substring(0, slash);
    String last = host.substring(host.lastIndexOf('.') + 1);
    return TOP_LEVEL.contains(last) || host.chars().filter(c -> c == '.').count() > 1;
  }

  /** Whether {@code text} is the DNS name of a Kubernetes Service. */
  public static boolean isServiceName(String text) {
    return isHostName(text) && (text.endsWith(".svc") || text.contains(".svc."));
  }

  /** Returns the helps for a host name; several are alternatives. */
  public static List<String> aboutHosts(String text) {
    if (API_SERVER.matcher(text).matches()) {
      return List.of("write `apiserver`, which is built in");
    }
    return isServiceName(text)
        ? List.of(
            "select the pods behind the Service: `zone NAME { namespace "
                + text.split("\\.", -1)[1]
                + "  pods app="
                + text.split("\\.", -1)[0]
                + " }`")
        : List.of(
            "use its addresses: `external NAME { cidr 203.0.113.0/24 }`",
            "or send the traffic through an egress proxy, and name the zone of the proxy",
            "or add a policy that supports host names, such as a CiliumNetworkPolicy");
  }

  /**
   * Returns the blocks that {@code text} probably means, in the language's notation; empty if
   * unclear.
   */
  public static Optional<String> blocks(String text) {
    int slash = text.indexOf('/');
    int dash = text.indexOf('-');
    if (slash > 0) {
      return masked(text.substring(0, slash), text.substring(slash + 1));
    }
    return dash > 0 ? range(text.substring(0, dash), text.substring(dash + 1)) : Optional.empty();
  }

  private static Optional<String> masked(String address, String mask) {
    Optional<IpAddress> first = IpAddress.parse(address);
    Optional<IpAddress> bits = IpAddress.parse(mask);
    if (first.isEmpty() || bits.isEmpty() || first.get().family() != bits.get().family()) {
      return Optional.empty();
    }
    int all = first.get().family().bits();
    BigInteger zeros = BigInteger.ONE.shiftLeft(all).subtract(bits.get().value());
    boolean isMask = zeros.bitCount() == 1;
    int prefix = all - zeros.getLowestSetBit();
    return isMask ? Optional.of(new Cidr(first.get(), prefix).toString()) : Optional.empty();
  }

  private static Optional<String> range(String from, String to) {
    Optional<IpAddress> first = IpAddress.parse(from);
    Optional<IpAddress> last = IpAddress.parse(to);
    if (first.isEmpty() || last.isEmpty() || first.get().family() != last.get().family()) {
      return Optional.empty();
    }
    Family family = first.get().family();
    BigInteger next = first.get().value();
    List<String> blocks = new ArrayList<>();
    while (next.compareTo(last.get().value()) <= 0 && blocks.size() < MOST_BLOCKS) {
      int zeros = next.signum() == 0 ? family.bits() : next.getLowestSetBit();
      while (next.add(BigInteger.ONE.shiftLeft(zeros))
              .compareTo(last.get().value().add(BigInteger.ONE))
          > 0) {
        zeros--;
      }
      blocks.add(new Cidr(new IpAddress(family, next), family.bits() - zeros).toString());
      next = next.add(BigInteger.ONE.shiftLeft(zeros));
    }
    boolean whole = !blocks.isEmpty() && next.compareTo(last.get().value()) > 0;
    return whole ? Optional.of(String.join(", ", blocks)) : Optional.empty();
  }
}

package dev.zonec.application.incident;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something to block, as the user named it. */
sealed interface BlockTarget {
  /** Ports, as questions write them. */
  Pattern PORTS = Pattern.compile("(tcp|udp|sctp)(?:/([0-9]{1,5})(?:-([0-9]{1,5}))?)?");

  /** Addresses. */
  record Addresses(Cidr block) implements BlockTarget {}

  /** Ports. */
  record Ports(PortClause clause) implements BlockTarget {}

  /** The text is none of them. */
  record Malformed(Diagnostic problem) implements BlockTarget {}

  /** Reads a target. */
  static BlockTarget of(String text) {
    Matcher ports = PORTS.matcher(text);
    if (ports.matches()) {
      return ports(text, ports);
    }
    Optional<Cidr> block = Cidr.parse(text);
    if (block.isPresent()) {
      String address = text.substring(0, text.indexOf('/'));
      return IpAddress.parse(address).filter(block.get().address()::equals).isPresent()
          ? new Addresses(block.get())
          : malformed(
              text,
              "the address has bits beyond the prefix length",
              "write " + block.get() + ", or " + address + " for one address");
    }
    return IpAddress.parse(text)
        .<BlockTarget>map(address -> new Addresses(Cidr.only(address)))
        .orElseGet(
            () ->
                malformed(
                    text,
                    "this is not an address, a block or a port",
                    "write an address such as 203.0.113.7, a block such as 203.0.113.0/24, or a"
                        + " port such as tcp/445 or udp/5000-5010; a port is blocked by its"
                        + " number"));
  }

  private static BlockTarget ports(String text, Matcher ports) {
    Protocol protocol = Protocol.valueOf(ports.group(1).toUpperCase(Locale.ROOT));
    if (ports.group(2) == null) {
      return new Ports(new PortClause.AllPorts(protocol));
    }
    int first = Integer.parseInt(ports.group(2));
    int last = ports.group(3) == null ? first : Integer.parseInt(ports.group(3));
    return first < 1 || last > PortRange.ALL.last() || last < first
        ? malformed(text, "this is not a range of ports", "ports are 1 to 65535, in this order")
        : new Ports(new PortClause.Numbered(protocol, new PortRange(first, last)));
  }

  private static Malformed malformed(String text, String message, String help) {
    Span span = new Span(new SourceText("(block)", text), 0, text.length());
    return new Malformed(Diagnostic.error(Code.ZC1410, span, message).help(help));
  }
}

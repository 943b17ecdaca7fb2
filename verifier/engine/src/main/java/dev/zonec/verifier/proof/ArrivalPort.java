package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.reach.PortBox;
import dev.zonec.verifier.reach.WellKnownPorts;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the port on which a path arrives at a pod. */
final class ArrivalPort {
  private ArrivalPort() {}

  /**
   * Returns a port of {@code portBox} that the destination gives the right names: a well-known
   * port, or else the first that fits.
   *
   * @param ports the named ports of the destination
   */
  static OptionalInt in(PortBox portBox, List<NamedPort> ports) {
    IntStream afterNamed = ports.stream().mapToInt(named -> named.port() + 1);
    IntStream named = ports.stream().mapToInt(NamedPort::port);
    // If the first port has an excluded name, the port after a named port may have none.
    return Stream.of(
            IntStream.of(WellKnownPorts.in(portBox.range())),
            IntStream.of(portBox.range().first()),
            afterNamed,
            named)
        .flatMapToInt(each -> each)
        .filter(portBox.range()::contains)
        .filter(port -> isOpen(portBox, port, ports))
        .findFirst();
  }

  /**
   * Returns whether the port has the names that {@code portBox} requires, and none that it
   * excludes. Implementations differ on the port names of sidecars, so these never satisfy a
   * requirement.
   */
  private static boolean isOpen(PortBox portBox, int port, List<NamedPort> ports) {
    List<NamedPort> here =
        ports.stream()
            .filter(named -> named.port() == port && named.protocol() == portBox.protocol())
            .toList();
    return here.stream().noneMatch(named -> portBox.without().contains(named.name()))
        && portBox.names().stream()
            .allMatch(name -> here.contains(new NamedPort(name, portBox.protocol(), port, false)));
  }

  /**
   * Returns the port on which a path arrives at a pod with these named ports. A pod that is not
   * declared gives its port all required names.
   */
  static Transport.Ported transport(PortBox portBox, List<NamedPort> ports) {
    return new Transport.Ported(
        portBox.protocol(), in(portBox, ports).orElse(WellKnownPorts.in(portBox.range())));
  }
}

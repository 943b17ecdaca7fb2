package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.reach.PortBox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Divides the ports of port boxes. A port element is a range of numbers, or a port box with port
 * names.
 */
public final class PortElements {
  private PortElements() {}

  /**
   * Returns disjoint ranges such that each port box without names is a union of some of them, and
   * all port boxes with names.
   */
  public static List<PortBox> of(Collection<PortBox> portBoxes) {
    Map<Protocol, TreeSet<Integer>> cuts = new EnumMap<>(Protocol.class);
    List<PortBox> elements = new ArrayList<>();
    for (PortBox portBox : portBoxes) {
      if (isNamed(portBox)) {
        elements.add(portBox);
      } else {
        TreeSet<Integer> boundaries =
            cuts.computeIfAbsent(portBox.protocol(), protocol -> new TreeSet<>());
        boundaries.add(portBox.range().first());
        boundaries.add(portBox.range().last() + 1);
      }
    }
    cuts.forEach(
        (protocol, boundaries) -> {
          for (int first : boundaries) {
            Integer next = boundaries.higher(first);
            if (next != null) {
              elements.add(plain(protocol, new PortRange(first, next - 1)));
            }
          }
        });
    return elements.stream().distinct().toList();
  }

  /**
   * Whether {@code portBox} contains all of {@code element}. Two port boxes with names are compared
   * for equality only.
   */
  public static boolean opens(PortBox portBox, PortBox element) {
    return portBox.equals(element)
        || (!isNamed(portBox)
            && portBox.protocol() == element.protocol()
            && portBox.range().first() <= element.range().first()
            && element.range().last() <= portBox.range().last());
  }

  /**
   * Returns the part of {@code portBox} that applies to a pod, with numbers in place of names.
   *
   * @param ports the named ports of the pod whose names may count
   * @param certain the named ports whose names certainly count
   */
  static List<PortBox> at(PortBox portBox, List<NamedPort> ports, List<NamedPort> certain) {
    if (!isNamed(portBox)) {
      return List.of(portBox);
    }
    List<PortBox> out = new ArrayList<>();
    if (portBox.names().isEmpty()) {
      List<PortBox> left = List.of(plain(portBox.protocol(), portBox.range()));
      for (NamedPort port : certain) {
        if (port.protocol() == portBox.protocol() && portBox.without().contains(port.name())) {
          PortBox hole = plain(port.protocol(), new PortRange(port.port(), port.port()));
          left = left.stream().flatMap(part -> part.minus(hole).stream()).toList();
        }
      }
      return left;
    }
    for (NamedPort port : ports) {
      boolean fits =
          port.protocol() == portBox.protocol()
              && portBox.range().contains(port.port())
              && portBox.names().stream().allMatch(name -> hasName(ports, port, name))
              && portBox.without().stream().noneMatch(name -> hasName(certain, port, name));
      if (fits) {
        out.add(plain(port.protocol(), new PortRange(port.port(), port.port())));
      }
    }
    return out.stream().distinct().toList();
  }

  private static boolean hasName(List<NamedPort> ports, NamedPort number, String name) {
    return ports.stream()
        .anyMatch(
            port ->
                port.name().equals(name)
                    && port.port() == number.port()
                    && port.protocol() == number.protocol());
  }

  /**
   * Returns the ports of elements as text, with neighbouring ranges joined; {@code any} for every
   * port.
   */
  public static List<String> text(Collection<PortBox> elements) {
    Map<Protocol, List<PortRange>> ranges = new EnumMap<>(Protocol.class);
    SortedSet<String> named = new TreeSet<>();
    for (PortBox element : elements) {
      if (isNamed(element)) {
        named.add(text(element));
      } else {
        ranges.computeIfAbsent(element.protocol(), p -> new ArrayList<>()).add(element.range());
      }
    }
    OpenPorts plain = OpenPorts.of(ranges);
    List<String> out = new ArrayList<>(plain.words());
    if (!plain.isEverything()) {
      out.addAll(named);
    }
    return out;
  }

  private static String text(PortBox named) {
    String ports = OpenPorts.of(Map.of(named.protocol(), List.of(named.range()))).toString();
    String names =
        named.names().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" and "));
    String without =
        named.without().stream()
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(" and "));
    String word = named.protocol().name().toLowerCase(Locale.ROOT);
    String head =
        names.isEmpty()
            ? ports
            : named.range().equals(PortRange.ALL) ? word + "/" + names : ports + " as " + names;
    return without.isEmpty() ? head : head + " but not " + without;
  }

  private static boolean isNamed(PortBox portBox) {
    return !portBox.names().isEmpty() || !portBox.without().isEmpty();
  }

  private static PortBox plain(Protocol protocol, PortRange range) {
    return new PortBox(protocol, range, new TreeSet<>(), new TreeSet<>());
  }
}

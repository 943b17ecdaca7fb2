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
 * Divides the ports of openings. A port element is a range of numbers, or an opening with port
 * names.
 */
final class PortElements {
  private PortElements() {}

  /**
   * Returns disjoint ranges such that each opening without names is a union of some of them, and
   * all openings with names.
   */
  static List<PortBox> of(Collection<PortBox> openings) {
    Map<Protocol, TreeSet<Integer>> cuts = new EnumMap<>(Protocol.class);
    List<PortBox> elements = new ArrayList<>();
    for (PortBox opening : openings) {
      if (isNamed(opening)) {
        elements.add(opening);
      } else {
        TreeSet<Integer> some =
            cuts.computeIfAbsent(opening.protocol(), protocol -> new TreeSet<>());
        some.add(opening.range().first());
        some.add(opening.range().last() + 1);
      }
    }
    cuts.forEach(
        (protocol, some) -> {
          for (int first : some) {
            Integer next = some.higher(first);
            if (next != null) {
              elements.add(plain(protocol, new PortRange(first, next - 1)));
            }
          }
        });
    return elements.stream().distinct().toList();
  }

  /**
   * Whether {@code opening} contains all of {@code element}. Two openings with names are compared
   * for equality only.
   */
  static boolean opens(PortBox opening, PortBox element) {
    return opening.equals(element)
        || (!isNamed(opening)
            && opening.protocol() == element.protocol()
            && opening.range().first() <= element.range().first()
            && element.range().last() <= opening.range().last());
  }

  /**
   * Returns the part of {@code opening} that applies to a pod, with numbers in place of names.
   *
   * @param ports the named ports of the pod whose names may count
   * @param certain the named ports whose names certainly count
   */
  static List<PortBox> at(PortBox opening, List<NamedPort> ports, List<NamedPort> certain) {
    if (!isNamed(opening)) {
      return List.of(opening);
    }
    List<PortBox> out = new ArrayList<>();
    if (opening.names().isEmpty()) {
      List<PortBox> left = List.of(plain(opening.protocol(), opening.range()));
      for (NamedPort port : certain) {
        if (port.protocol() == opening.protocol() && opening.without().contains(port.name())) {
          PortBox hole = plain(port.protocol(), new PortRange(port.port(), port.port()));
          left = left.stream().flatMap(part -> part.minus(hole).stream()).toList();
        }
      }
      return left;
    }
    for (NamedPort port : ports) {
      boolean fits =
          port.protocol() == opening.protocol()
              && opening.range().contains(port.port())
              && opening.names().stream().allMatch(name -> hasName(ports, port, name))
              && opening.without().stream().noneMatch(name -> hasName(certain, port, name));
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
  static List<String> text(Collection<PortBox> elements) {
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

  private static boolean isNamed(PortBox opening) {
    return !opening.names().isEmpty() || !opening.without().isEmpty();
  }

  private static PortBox plain(Protocol protocol, PortRange range) {
    return new PortBox(protocol, range, new TreeSet<>(), new TreeSet<>());
  }
}

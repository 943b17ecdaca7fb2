package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.reach.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ports that openings tell apart: ranges without names, and openings by name as they are. */
final class PortElements {
  private PortElements() {}

  /** Disjoint ranges such that each of {@code openings} without names is a union of some. */
  static List<Opening> of(Collection<Opening> openings) {
    Map<Protocol, TreeSet<Integer>> cuts = new EnumMap<>(Protocol.class);
    List<Opening> elements = new ArrayList<>();
    for (Opening opening : openings) {
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

  /** Whether {@code opening} opens all of {@code element}, as far as that has no names. */
  static boolean opens(Opening opening, Opening element) {
    return opening.equals(element)
        || (!isNamed(opening)
            && opening.protocol() == element.protocol()
            && opening.range().first() <= element.range().first()
            && element.range().last() <= opening.range().last());
  }

  /**
   * What of {@code opening} a pod opens: its names become numbers.
   *
   * @param ports its ports that may have their names to policies
   * @param surely those that have
   */
  static List<Opening> at(Opening opening, List<NamedPort> ports, List<NamedPort> surely) {
    if (!isNamed(opening)) {
      return List.of(opening);
    }
    List<Opening> out = new ArrayList<>();
    if (opening.names().isEmpty()) {
      List<Opening> left = List.of(plain(opening.protocol(), opening.range()));
      for (NamedPort port : surely) {
        if (port.protocol() == opening.protocol() && opening.without().contains(port.name())) {
          Opening hole = plain(port.protocol(), new PortRange(port.port(), port.port()));
          left = left.stream().flatMap(part -> part.minus(hole).stream()).toList();
        }
      }
      return left;
    }
    for (NamedPort port : ports) {
      boolean fits =
          port.protocol() == opening.protocol()
              && opening.range().contains(port.port())
              && opening.names().stream().allMatch(name -> gives(ports, port, name))
              && opening.without().stream().noneMatch(name -> gives(surely, port, name));
      if (fits) {
        out.add(plain(port.protocol(), new PortRange(port.port(), port.port())));
      }
    }
    return out.stream().distinct().toList();
  }

  private static boolean gives(List<NamedPort> ports, NamedPort number, String name) {
    return ports.stream()
        .anyMatch(
            port ->
                port.name().equals(name)
                    && port.port() == number.port()
                    && port.protocol() == number.protocol());
  }

  /** The ports of elements as text, neighbours joined; {@code any} for everything. */
  static List<String> text(Collection<Opening> elements) {
    Map<Protocol, List<PortRange>> ranges = new EnumMap<>(Protocol.class);
    SortedSet<String> named = new TreeSet<>();
    for (Opening element : elements) {
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

  private static String text(Opening named) {
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

  private static boolean isNamed(Opening opening) {
    return !opening.names().isEmpty() || !opening.without().isEmpty();
  }

  private static Opening plain(Protocol protocol, PortRange range) {
    return new Opening(protocol, range, new TreeSet<>(), new TreeSet<>());
  }
}

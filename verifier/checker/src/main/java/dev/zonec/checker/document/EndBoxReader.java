package dev.zonec.checker.document;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a box of ends. */
final class EndBoxReader {
  private EndBoxReader() {}

  static EndBox box(Field field) {
    field.object("everything", "addresses", "pods", "unknown");
    Optional<Field> everything = field.optional("everything");
    Optional<Field> addresses = field.optional("addresses");
    Optional<Field> pods = field.optional("pods");
    List<Field> kinds =
        List.of(everything, addresses, pods).stream().flatMap(Optional::stream).toList();
    if (kinds.size() != 1) {
      throw field.problem("does not have exactly one of everything, addresses and pods");
    }
    Optional<Field> unknown = field.optional("unknown");
    if (unknown.isPresent() && addresses.isEmpty()) {
      throw unknown.get().problem("is not a field of this box");
    }
    if (addresses.isPresent()) {
      return addresses(addresses.get(), unknown);
    }
    if (pods.isPresent()) {
      return pods(pods.get());
    }
    everything.ifPresent(Field::isTrue);
    return new EndBox.Everything();
  }

  private static EndBox addresses(Field field, Optional<Field> beside) {
    field.object("ipv4", "ipv6", "unknown");
    Optional<Field> inside = field.optional("unknown");
    if (inside.isPresent() && beside.isPresent()) {
      throw inside.get().problem("is given twice");
    }
    Map<Family, AddressSet> ranges = ranges(field);
    if (ranges.size() != 1) {
      throw field.problem("does not have exactly one of the fields ipv4 and ipv6");
    }
    return new EndBox.Addresses(
        ranges.values().iterator().next(), unknown(inside.or(() -> beside)));
  }

  private static EndBox pods(Field field) {
    field.object("namespaces", "namespaceLabels", "labels", "ipv4", "ipv6", "unknown");
    return new EndBox.Pods(
        field.optional("namespaces").map(EndBoxReader::namespaces),
        byKey(field.optional("namespaceLabels")),
        byKey(field.optional("labels")),
        ranges(field),
        unknown(field.optional("unknown")));
  }

  private static ValueSet namespaces(Field field) {
    field.object("values", "others");
    return values(field);
  }

  private static Map<String, SortedMap<String, ValueSet>> unknown(Optional<Field> field) {
    Map<String, SortedMap<String, ValueSet>> all = new TreeMap<>();
    for (Field namespaces : field.stream().toList()) {
      for (String name : namespaces.names()) {
        all.put(name, byKey(Optional.of(namespaces.required(name))));
      }
    }
    return all;
  }

  private static SortedMap<String, ValueSet> byKey(Optional<Field> field) {
    SortedMap<String, ValueSet> all = new TreeMap<>();
    for (Field keys : field.stream().toList()) {
      for (String key : keys.names()) {
        all.put(key, values(keys.required(key).object("values", "absent", "others")));
      }
    }
    return all;
  }

  private static ValueSet values(Field field) {
    TreeSet<String> values = new TreeSet<>();
    for (Field value : field.optional("values").map(Field::list).orElse(List.of())) {
      if (!values.add(value.text())) {
        throw value.problem("is listed twice");
      }
    }
    return new ValueSet(
        values,
        field.optional("absent").map(Field::truth).orElse(false),
        field.optional("others").map(Field::truth).orElse(false));
  }

  private static Map<Family, AddressSet> ranges(Field field) {
    Map<Family, AddressSet> all = new EnumMap<>(Family.class);
    field.optional("ipv4").ifPresent(list -> all.put(Family.IPV4, ranges(list, Family.IPV4)));
    field.optional("ipv6").ifPresent(list -> all.put(Family.IPV6, ranges(list, Family.IPV6)));
    return all;
  }

  private static AddressSet ranges(Field field, Family family) {
    AddressSet all = new AddressSet(family, List.of());
    for (Field range : field.list()) {
      all = all.union(new AddressSet(family, List.of(range(range, family))));
    }
    return all;
  }

  private static AddressSet.Range range(Field field, Family family) {
    List<IpAddress> ends = new ArrayList<>();
    for (String end : field.text().split("-", -1)) {
      IpAddress.parse(end).filter(address -> address.family() == family).ifPresent(ends::add);
    }
    boolean two = ends.size() == 2 && field.text().chars().filter(c -> c == '-').count() == 1;
    if (!two || ends.get(0).value().compareTo(ends.get(1).value()) > 0) {
      throw field.problem("is not a range of " + family + " addresses: " + field.text());
    }
    return new AddressSet.Range(ends.get(0).value(), ends.get(1).value());
  }
}

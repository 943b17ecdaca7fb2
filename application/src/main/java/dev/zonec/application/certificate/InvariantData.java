package dev.zonec.application.certificate;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.proof.PathInvariant;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.UnknownLabel;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Invariants as data that does not depend on the numbers of a vocabulary (spec/certificates.md,
 * Invariants).
 *
 * @param vocabulary the vocabulary of the invariants
 */
public record InvariantData(Vocabulary vocabulary) {
  static final String IN = "in";
  static final String NOT_IN = "notIn";
  static final String EVERYTHING = "everything";
  static final String ADDRESSES = "addresses";
  static final String PODS = "pods";
  static final String NAMESPACES = "namespaces";
  static final String NAMESPACE_LABELS = "namespaceLabels";
  static final String LABELS = "labels";
  static final String UNKNOWN = "unknown";
  static final String VALUES = "values";
  static final String ABSENT = "absent";
  static final String OTHERS = "others";

  /** Returns the invariant as maps, lists and strings. */
  public Map<String, Object> of(PathInvariant invariant) {
    return switch (invariant) {
      case PathInvariant.In(List<Box> boxes) ->
          OrderedMap.of(IN, boxes.stream().map(this::box).toList());
      case PathInvariant.NotIn(List<Region> regions) ->
          OrderedMap.of(NOT_IN, regions.stream().map(this::region).toList());
    };
  }

  private Map<String, Object> region(Region region) {
    Map<String, Map<String, Object>> unknown = unknown(region.unknown());
    return switch (region.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Addresses(Family family, Bits atoms) ->
          OrderedMap.of(
              ADDRESSES, with(OrderedMap.of(key(family), ranges(family, atoms)), unknown));
      case Box.Pods pods -> OrderedMap.of(PODS, with(pods(pods), unknown));
    };
  }

  private static Map<String, Object> with(
      Map<String, Object> data, Map<String, Map<String, Object>> unknown) {
    if (!unknown.isEmpty()) {
      data.put(UNKNOWN, unknown);
    }
    return data;
  }

  private Map<String, Map<String, Object>> unknown(List<Bits> values) {
    List<UnknownLabel> labels = vocabulary.unknownLabels();
    Map<String, Map<String, Object>> unknown = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      LabelKey key = vocabulary.namespaceKeys().get(labels.get(i).key());
      if (!values.get(i).containsAll(Bits.all(key.size()))) {
        unknown
            .computeIfAbsent(
                vocabulary.namespaces().get(labels.get(i).namespace()).namespace().name(),
                name -> new LinkedHashMap<>())
            .put(key.key(), labelValues(key, values.get(i)));
      }
    }
    return unknown;
  }

  private Map<String, Object> box(Box box) {
    return switch (box) {
      case Box.Everything everything -> OrderedMap.of(EVERYTHING, true);
      case Box.Addresses(Family family, Bits atoms) ->
          OrderedMap.of(ADDRESSES, OrderedMap.of(key(family), ranges(family, atoms)));
      case Box.Pods pods -> OrderedMap.of(PODS, pods(pods));
    };
  }

  private Map<String, Object> pods(Box.Pods box) {
    Map<String, Object> data = new LinkedHashMap<>();
    int count = vocabulary.namespaceCount();
    if (!box.namespaces().containsAll(Bits.all(count))) {
      List<String> names =
          box.namespaces().stream()
              .filter(vocabulary::isNamed)
              .mapToObj(each -> vocabulary.namespaces().get(each).namespace().name())
              .toList();
      Map<String, Object> values = new LinkedHashMap<>();
      if (!names.isEmpty()) {
        values.put(VALUES, names);
      }
      if (box.namespaces().stream().anyMatch(each -> !vocabulary.isNamed(each))) {
        values.put(OTHERS, true);
      }
      data.put(NAMESPACES, values);
    }
    putLabels(data, NAMESPACE_LABELS, vocabulary.namespaceKeys(), box.namespaceLabels());
    putLabels(data, LABELS, vocabulary.podKeys(), box.podLabels());
    for (Family family : Family.values()) {
      if (vocabulary.podsHave(family)
          && !box.atoms(family).containsAll(vocabulary.podAtoms(family))) {
        data.put(key(family), ranges(family, box.atoms(family)));
      }
    }
    return data;
  }

  private static void putLabels(
      Map<String, Object> data, String name, List<LabelKey> keys, LabelSets values) {
    Map<String, Object> labels = new LinkedHashMap<>();
    values
        .restricted()
        .forEach(i -> labels.put(keys.get(i).key(), labelValues(keys.get(i), values.get(i))));
    if (!labels.isEmpty()) {
      data.put(name, labels);
    }
  }

  private static Map<String, Object> labelValues(LabelKey key, Bits values) {
    Map<String, Object> data = new LinkedHashMap<>();
    List<String> mentioned =
        IntStream.range(1, key.other())
            .filter(values::contains)
            .mapToObj(each -> key.mentioned().get(each - 1))
            .toList();
    if (!mentioned.isEmpty()) {
      data.put(VALUES, mentioned);
    }
    if (values.contains(LabelKey.ABSENT)) {
      data.put(ABSENT, true);
    }
    if (values.contains(key.other())) {
      data.put(OTHERS, true);
    }
    return data;
  }

  /** Returns the ranges of {@code atoms}; neighbouring atoms are in one range. */
  private List<String> ranges(Family family, Bits atoms) {
    AddressAtoms all = vocabulary.atoms(family);
    List<String> out = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= all.size(); i++) {
      boolean in = i < all.size() && atoms.contains(i);
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        AddressSet.Range first = all.range(start);
        AddressSet.Range last = all.range(i - 1);
        out.add(new IpAddress(family, first.first()) + "-" + new IpAddress(family, last.last()));
        start = -1;
      }
    }
    return out;
  }

  /** Returns the key of addresses of {@code family}. */
  static String key(Family family) {
    return switch (family) {
      case IPV4 -> "ipv4";
      case IPV6 -> "ipv6";
    };
  }
}

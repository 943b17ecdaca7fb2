package dev.zonec.application.certificate;

import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.proof.PathInvariant;
import dev.zonec.verifier.proof.PathInvariants;
import dev.zonec.verifier.proof.Recomputed;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.UnknownLabel;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Region;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads invariants that {@link InvariantData} wrote. A field that it does not write is not read:
 * the certificate is written again and compared, so it would not be equal.
 *
 * @param vocabulary the vocabulary of the invariants
 */
public record InvariantReader(Vocabulary vocabulary) {
  /** Reads the invariants of a part; empty if it has no start. */
  public Recomputed<Optional<PathInvariants>> part(JsonNode part) {
    try {
      return new Recomputed.Part<>(sets(part));
    } catch (InvalidCertificate e) {
      return new Recomputed.Invalid<>(e.reason());
    }
  }

  /**
   * Reads the invariants of a part; empty if it has no start.
   *
   * @throws InvalidCertificate if the data does not fit the vocabulary
   */
  Optional<PathInvariants> sets(JsonNode part) throws InvalidCertificate {
    if (!part.has(RunDocument.INVARIANTS)) {
      return Optional.empty();
    }
    List<PathInvariant> sets = new ArrayList<>();
    for (JsonNode set : part.path(RunDocument.INVARIANTS)) {
      sets.add(set(set));
    }
    if (sets.isEmpty()) {
      throw new InvalidCertificate("a part has no invariant");
    }
    return Optional.of(new PathInvariants(sets));
  }

  private PathInvariant set(JsonNode set) throws InvalidCertificate {
    if (set.has(InvariantData.IN)) {
      List<Box> boxes = new ArrayList<>();
      for (JsonNode box : set.path(InvariantData.IN)) {
        boxes.add(box(box));
      }
      return new PathInvariant.In(boxes);
    }
    List<Region> regions = new ArrayList<>();
    for (JsonNode region : set.path(InvariantData.NOT_IN)) {
      if (region.has(InvariantData.EVERYTHING)) {
        throw new InvalidCertificate("`notIn` lists the box of everything");
      }
      regions.add(new Region(box(region), unknown(region)));
    }
    return new PathInvariant.NotIn(regions);
  }

  private Box box(JsonNode box) throws InvalidCertificate {
    if (box.has(InvariantData.EVERYTHING)) {
      return new Box.Everything();
    }
    if (box.has(InvariantData.ADDRESSES)) {
      JsonNode addresses = box.path(InvariantData.ADDRESSES);
      for (Family family : Family.values()) {
        if (addresses.has(InvariantData.key(family))) {
          return new Box.Addresses(
              family, atoms(family, addresses.path(InvariantData.key(family))));
        }
      }
      throw new InvalidCertificate("a box of addresses has no family");
    }
    JsonNode pods = box.path(InvariantData.PODS);
    return new Box.Pods(
        pods.has(InvariantData.NAMESPACES)
            ? namespaces(pods.path(InvariantData.NAMESPACES))
            : Bits.all(vocabulary.namespaceCount()),
        labels(vocabulary.namespaceKeys(), pods.path(InvariantData.NAMESPACE_LABELS)),
        labels(vocabulary.podKeys(), pods.path(InvariantData.LABELS)),
        podAtoms(Family.IPV4, pods),
        podAtoms(Family.IPV6, pods));
  }

  private Bits namespaces(JsonNode set) throws InvalidCertificate {
    BitSet bits = new BitSet();
    for (JsonNode value : set.path(InvariantData.VALUES)) {
      int index = vocabulary.namespaceIndex(value.asString(""));
      if (!vocabulary.isNamed(index)) {
        throw new InvalidCertificate("an unknown namespace: " + value);
      }
      bits.set(index);
    }
    if (set.has(InvariantData.OTHERS)) {
      bits.set(vocabulary.otherNamespace(), vocabulary.namespaceCount());
    }
    return Bits.of(bits);
  }

  private static LabelSets labels(List<LabelKey> keys, JsonNode labels) throws InvalidCertificate {
    List<Bits> all = new ArrayList<>();
    for (LabelKey key : keys) {
      all.add(labels.has(key.key()) ? values(key, labels.path(key.key())) : Bits.all(key.size()));
    }
    return LabelSets.of(keys, all);
  }

  private static Bits values(LabelKey key, JsonNode set) throws InvalidCertificate {
    BitSet bits = new BitSet();
    for (JsonNode value : set.path(InvariantData.VALUES)) {
      int index = key.indexOf(value.asString(""));
      if (index == key.other()) {
        throw new InvalidCertificate("an unknown value of " + key.key() + ": " + value);
      }
      bits.set(index);
    }
    if (set.has(InvariantData.ABSENT)) {
      bits.set(LabelKey.ABSENT);
    }
    if (set.has(InvariantData.OTHERS)) {
      bits.set(key.other());
    }
    return Bits.of(bits);
  }

  private List<Bits> unknown(JsonNode region) throws InvalidCertificate {
    JsonNode values =
        region
            .path(region.has(InvariantData.PODS) ? InvariantData.PODS : InvariantData.ADDRESSES)
            .path(InvariantData.UNKNOWN);
    List<Bits> all = new ArrayList<>();
    for (UnknownLabel label : vocabulary.unknownLabels()) {
      LabelKey key = vocabulary.namespaceKeys().get(label.key());
      JsonNode of =
          values
              .path(vocabulary.namespaces().get(label.namespace()).namespace().name())
              .path(key.key());
      all.add(of.isMissingNode() ? Bits.all(key.size()) : values(key, of));
    }
    return all;
  }

  private Bits podAtoms(Family family, JsonNode pods) throws InvalidCertificate {
    return pods.has(InvariantData.key(family))
        ? atoms(family, pods.path(InvariantData.key(family)))
        : vocabulary.podAddressNumbers(family);
  }

  private Bits atoms(Family family, JsonNode ranges) throws InvalidCertificate {
    BitSet bits = new BitSet();
    for (JsonNode range : ranges) {
      String[] ends = range.asString("").split("-", -1);
      if (ends.length != 2) {
        throw new InvalidCertificate("not a range: " + range);
      }
      BigInteger first = address(family, ends[0]);
      BigInteger last = address(family, ends[1]);
      if (first.compareTo(last) > 0) {
        throw new InvalidCertificate("not a range: " + range);
      }
      bits.set(vocabulary.atoms(family).indexOf(first), vocabulary.atoms(family).indexOf(last) + 1);
    }
    return Bits.of(bits);
  }

  private static BigInteger address(Family family, String text) throws InvalidCertificate {
    return IpAddress.parse(text)
        .filter(each -> each.family() == family)
        .map(IpAddress::value)
        .orElseThrow(() -> new InvalidCertificate("not an address: " + text));
  }
}

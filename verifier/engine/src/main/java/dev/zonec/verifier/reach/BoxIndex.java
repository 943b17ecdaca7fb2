package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the boxes of a list that may intersect another box, by namespace and address family. */
public final class BoxIndex {
  private final int size;
  private final BitSet everything = new BitSet();
  private final List<BitSet> byNamespace = new ArrayList<>();
  private final Map<Family, BitSet> byFamily = new EnumMap<>(Family.class);

  /** Indexes {@code boxes}, which are in {@code space}. */
  public BoxIndex(BoxSpace space, List<? extends Box> boxes) {
    this.size = boxes.size();
    for (int i = 0; i < space.vocabulary().namespaceCount(); i++) {
      byNamespace.add(new BitSet());
    }
    for (int i = 0; i < boxes.size(); i++) {
      int at = i;
      switch (boxes.get(i)) {
        case Box.Everything every -> everything.set(at);
        case Box.Pods pods -> pods.namespaces().stream().forEach(n -> byNamespace.get(n).set(at));
        case Box.Addresses addresses ->
            byFamily.computeIfAbsent(addresses.family(), f -> new BitSet()).set(at);
      }
    }
  }

  /** Returns the indexes of all boxes that intersect {@code box}, and possibly of others. */
  public BitSet candidates(Box box) {
    BitSet found = (BitSet) everything.clone();
    switch (box) {
      case Box.Everything every -> found.set(0, size);
      case Box.Pods pods -> pods.namespaces().stream().forEach(n -> found.or(byNamespace.get(n)));
      case Box.Addresses addresses ->
          found.or(byFamily.getOrDefault(addresses.family(), new BitSet()));
    }
    return found;
  }
}

package dev.zonec.verifier.closed;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Label maps as far as some selectors tell them apart. Each different one is a signature; a
 * selector is evaluated once over all signatures, by key and value.
 */
final class LabelSignatures {
  /** A key that some selector looks at. Value 0 is every value that no selector mentions. */
  private static final class Key {
    final Map<String, Integer> values = new HashMap<>();
    final List<BitSet> havingValue = new ArrayList<>(List.of(new BitSet()));
    final BitSet having = new BitSet();

    void mention(String value) {
      if (values.putIfAbsent(value, havingValue.size()) == null) {
        havingValue.add(new BitSet());
      }
    }
  }

  private final Map<String, Key> keys = new HashMap<>();
  private final Map<String, Integer> keyNumbers = new HashMap<>();
  private final Map<List<Long>, Integer> signatures = new HashMap<>();
  private final Map<Selector, BitSet> matching = new HashMap<>();

  LabelSignatures(Collection<Selector> selectors) {
    for (Selector selector : selectors) {
      for (Requirement requirement : selector.requirements()) {
        Key key = keys.computeIfAbsent(requirement.key(), k -> new Key());
        keyNumbers.putIfAbsent(requirement.key(), keyNumbers.size());
        switch (requirement) {
          case Requirement.In(var k, var values) -> values.forEach(key::mention);
          case Requirement.NotIn(var k, var values) -> values.forEach(key::mention);
          case Requirement.Exists exists -> {}
          case Requirement.DoesNotExist absent -> {}
        }
      }
    }
  }

  /** The signature of {@code labels}; all are asked for before the first {@link #matching}. */
  int of(Map<String, String> labels) {
    List<Long> signature = new ArrayList<>();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      @Nullable Key key = keys.get(label.getKey());
      if (key != null) {
        long number = keyNumbers.getOrDefault(label.getKey(), 0);
        signature.add(number << 32 | key.values.getOrDefault(label.getValue(), 0));
      }
    }
    Collections.sort(signature);
    @Nullable Integer known = signatures.get(signature);
    if (known != null) {
      return known;
    }
    int number = signatures.size();
    signatures.put(signature, number);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      @Nullable Key key = keys.get(label.getKey());
      if (key != null) {
        key.having.set(number);
        key.havingValue.get(key.values.getOrDefault(label.getValue(), 0)).set(number);
      }
    }
    return number;
  }

  int size() {
    return signatures.size();
  }

  /** The signatures that {@code selector}, one of those given, matches. Not to be changed. */
  BitSet matching(Selector selector) {
    return matching.computeIfAbsent(selector, this::evaluate);
  }

  private BitSet evaluate(Selector selector) {
    BitSet all = new BitSet();
    all.set(0, size());
    for (Requirement requirement : selector.requirements()) {
      Key key = keys.getOrDefault(requirement.key(), new Key());
      switch (requirement) {
        case Requirement.In(var k, var values) -> all.and(havingAny(key, values));
        case Requirement.NotIn(var k, var values) -> all.andNot(havingAny(key, values));
        case Requirement.Exists exists -> all.and(key.having);
        case Requirement.DoesNotExist absent -> all.andNot(key.having);
      }
    }
    return all;
  }

  private static BitSet havingAny(Key key, SortedSet<String> values) {
    if (values.size() == 1) {
      return key.havingValue.get(key.values.getOrDefault(values.first(), 0));
    }
    BitSet any = new BitSet();
    for (String value : values) {
      any.or(key.havingValue.get(key.values.getOrDefault(value, 0)));
    }
    return any;
  }
}

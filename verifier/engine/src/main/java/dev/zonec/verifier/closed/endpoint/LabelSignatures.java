package dev.zonec.verifier.closed.endpoint;

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
 * Interns label maps by the keys and values that selectors mention. Two label maps have the same
 * signature if and only if they agree on every mentioned key, where all values that no selector
 * mentions count as one. A selector is evaluated once over all signatures, with an index by key and
 * value, instead of once for each pod.
 */
public final class LabelSignatures {
  /**
   * A label key that some selector mentions. Value 0 stands for every value that no selector
   * mentions.
   */
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

  /** Creates an index for the keys and values that {@code selectors} mention. */
  public LabelSignatures(Collection<Selector> selectors) {
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

  /**
   * Returns the signature of {@code labels}. All label maps must be interned before the first call
   * of {@link #matching}.
   */
  public int of(Map<String, String> labels) {
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

  /** Returns the number of different signatures so far. */
  public int size() {
    return signatures.size();
  }

  /**
   * Returns the signatures that {@code selector}, one of the constructor's selectors, matches. The
   * caller must not change the set.
   */
  public BitSet matching(Selector selector) {
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

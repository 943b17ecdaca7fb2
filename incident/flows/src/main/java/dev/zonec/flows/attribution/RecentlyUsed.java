package dev.zonec.flows.attribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the results for the keys that were used last.
 *
 * @param <K> the keys
 * @param <V> the results
 */
public final class RecentlyUsed<K, V> {
  private final Map<K, V> results;

  /**
   * @param most the number of keys that are remembered
   */
  public RecentlyUsed(int most) {
    this.results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Returns the result for {@code key}, which {@code compute} gives if it is not remembered. */
  public V get(K key, Function<K, V> compute) {
    return results.computeIfAbsent(key, compute);
  }

  /** Returns the number of keys. */
  public int size() {
    return results.size();
  }
}

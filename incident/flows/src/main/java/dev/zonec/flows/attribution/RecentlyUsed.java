package dev.zonec.flows.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the results for the keys that were used last: at least half of the bound, and at most
 * the bound. Keys that were not used while half of the bound was filled are forgotten together, so
 * that a look-up changes nothing.
 *
 * @param <K> the keys
 * @param <V> the results
 */
public final class RecentlyUsed<K, V> {
  private final int half;
  private Map<K, V> recent = new HashMap<>();
  private Map<K, V> before = new HashMap<>();

  /**
   * @param most the number of keys that are remembered; at least 2
   */
  public RecentlyUsed(int most) {
    half = Math.max(1, most / 2);
  }

  /** Returns the result for {@code key}, which {@code compute} gives if it is not remembered. */
  public V get(K key, Function<K, V> compute) {
    @Nullable V known = recent.get(key);
    if (known != null) {
      return known;
    }
    @Nullable V earlier = before.remove(key);
    V result = earlier == null ? compute.apply(key) : earlier;
    if (recent.size() >= half) {
      before = recent;
      recent = new HashMap<>();
    }
    recent.put(key, result);
    return result;
  }

  /** Returns the number of keys. */
  public int size() {
    return recent.size() + before.size();
  }
}

package dev.zonec.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;

/** Creates maps for documents, whose fields have the same order in every run. */
public final class OrderedMap {
  private OrderedMap() {}

  /**
   * Returns a map with these entries, in this order.
   *
   * @param more further keys, each followed by its value
   */
  public static Map<String, Object> of(String key, Object value, Object... more) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    for (int i = 0; i + 1 < more.length; i += 2) {
      map.put((String) more[i], more[i + 1]);
    }
    return map;
  }
}

package dev.zonec.flows.threat;

/**
 * An entry of a threat list.
 *
 * @param list the name of the file
 * @param text the entry, as written
 * @param from the first time at which it holds, in milliseconds since 1970
 * @param until the time after which it no longer holds
 */
public record ThreatEntry(String list, String text, long from, long until) {
  static ThreatEntry always(String list, String text) {
    return new ThreatEntry(list, text, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Whether it holds at a time; a time of -1 is unknown, and the entry then holds. */
  boolean holds(long at) {
    return at < 0 || (at >= from && at <= until);
  }

  @Override
  public String toString() {
    return "`" + text + "` in " + list;
  }
}

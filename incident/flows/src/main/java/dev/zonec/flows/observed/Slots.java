package dev.zonec.flows.observed;

/** Places in tables in which an entry takes the place of an earlier one. */
public final class Slots {
  private Slots() {}

  /**
   * Returns a place for a hash.
   *
   * @param slots the number of places, a power of two up to 65,536
   */
  public static int of(int hash, int slots) {
    return ((hash * 0x9e3779b9) >>> 16) & (slots - 1);
  }
}

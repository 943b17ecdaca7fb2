package dev.zonec.flows.observed;

import org.jspecify.annotations.Nullable;

/**
 * Ends that are known by their address only, each made once. {@value #SLOTS} ends are remembered;
 * an end takes the place of an earlier one.
 */
public final class AddressEnds {
  /** The number of ends that are remembered. */
  static final int SLOTS = 1 << 13;

  private final @Nullable ObservedEnd[] known = new @Nullable ObservedEnd[SLOTS];

  /** Creates an empty table. */
  public AddressEnds() {}

  /** Returns the end with an address. */
  public ObservedEnd at(String address) {
    int slot = Slots.of(address.hashCode(), SLOTS);
    @Nullable ObservedEnd last = known[slot];
    if (last != null && last.address().equals(address)) {
      return last;
    }
    ObservedEnd end = ObservedEnd.at(address);
    known[slot] = end;
    return end;
  }
}

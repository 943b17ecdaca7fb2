package dev.zonec.verifier.diff;

import dev.zonec.verifier.exposure.PeerSet;
import java.util.List;

/** A part of a cell. */
public sealed interface RegionPart {
  /**
   * Pods.
   *
   * @param pods the conditions that the pods satisfy, in addition to the conditions of the cell
   */
  record Pods(PeerSet.Pods pods) implements RegionPart {}

  /**
   * Addresses.
   *
   * @param ranges ranges of addresses: {@code first-last}, a block, or one address
   */
  record Addresses(List<String> ranges) implements RegionPart {
    /** Copies the list. */
    public Addresses {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * All addresses of the cell, except some.
   *
   * @param ranges the ranges that are excluded
   */
  record AddressesExcept(List<String> ranges) implements RegionPart {
    /** Copies the list. */
    public AddressesExcept {
      ranges = List.copyOf(ranges);
    }
  }
}

package dev.zonec.response.edge;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The names of rules that a firewall limits in length. */
final class EdgeNames {
  /** The length of a hash with the hyphen before it. */
  private static final int HASH = 9;

  private EdgeNames() {}

  /**
   * Returns {@code name}, or as much of it as fits with a hash of the whole name. Names that begin
   * alike stay different.
   */
  static String within(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return name.substring(0, longest - HASH) + String.format("-%08x", hash.getValue());
  }
}

package dev.zonec.flows.pcap;

/** The outcome of decoding a packet. */
sealed interface Decoding {
  /** The headers of the innermost packet. */
  record Decoded(Packet packet) implements Decoding {}

  /** The packet is valid and is none of IP. */
  record Other(String what) implements Decoding {}

  /** The packet is cut or not valid. */
  record Damaged(String why) implements Decoding {}
}

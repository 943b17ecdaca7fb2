package dev.zonec.flows.pcap;

import java.util.Arrays;

/** A part of a packet. Reads outside of it give 0; callers check {@link #has} first. */
final class ByteView {
  private final byte[] bytes;
  private final int start;
  private final int end;

  ByteView(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  boolean has(int count) {
    return end - start >= count;
  }

  int u8(int at) {
    return start + at < end ? bytes[start + at] & 0xff : 0;
  }

  /** Returns two bytes in the order of networks. */
  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Returns four bytes in the order of networks. */
  long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /** Returns the bytes from {@code at} on. */
  ByteView from(int at) {
    return new ByteView(bytes, Math.min(start + at, end), end);
  }

  /** Returns at most {@code count} of the bytes. */
  ByteView first(int count) {
    return new ByteView(bytes, start, Math.min(end, start + Math.max(0, count)));
  }

  /** Returns a copy of {@code count} bytes. */
  byte[] copy(int at, int count) {
    return Arrays.copyOfRange(bytes, start + at, start + at + count);
  }
}

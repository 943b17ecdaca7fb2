package dev.zonec.model.net;

import java.math.BigInteger;

/** An address family. */
public enum Family {
  /** 32 bits. */
  IPV4(32),
  /** 128 bits. */
  IPV6(128);

  private final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  /** Returns the number of bits of an address. */
  public int bits() {
    return bits;
  }

  /** Returns the highest address as a number. */
  public BigInteger last() {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }
}

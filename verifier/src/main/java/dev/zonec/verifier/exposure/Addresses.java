package dev.zonec.verifier.exposure;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.List;

/** Single addresses as blocks. */
final class Addresses {
  private Addresses() {}

  static IpBlock only(IpAddress address) {
    return new IpBlock(new Cidr(address, address.family().bits()), List.of());
  }
}

package dev.zonec.kubernetes.world;

import dev.zonec.model.net.Protocol;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads protocols of objects. */
final class WrittenProtocol {
  private WrittenProtocol() {}

  /**
   * Returns the protocol, TCP by default (core/v1 defaults.go); empty if {@code word} is unknown.
   */
  static Optional<Protocol> of(@Nullable String word) {
    String wanted = word == null || word.isEmpty() ? Protocol.TCP.name() : word;
    for (Protocol protocol : Protocol.values()) {
      if (protocol.name().equals(wanted)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }
}

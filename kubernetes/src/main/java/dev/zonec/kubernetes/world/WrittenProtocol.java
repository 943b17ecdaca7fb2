package dev.zonec.kubernetes.world;

import dev.zonec.model.net.Protocol;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Protocols as objects write them. */
final class WrittenProtocol {
  private WrittenProtocol() {}

  /** TCP where none is written (core/v1 defaults.go); none of an unknown {@code word}. */
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

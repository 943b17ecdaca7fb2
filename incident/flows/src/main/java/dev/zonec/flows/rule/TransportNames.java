package dev.zonec.flows.rule;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Names of protocols with ports, each made once. */
final class TransportNames {
  private static final AtomicReferenceArray<@Nullable String> TCP =
      new AtomicReferenceArray<>(65_536);

  private static final AtomicReferenceArray<@Nullable String> UDP =
      new AtomicReferenceArray<>(65_536);

  private TransportNames() {}

  /** Returns a text such as {@code tcp/443}. */
  static String of(String protocol, int port) {
    return switch (protocol) {
      case "tcp" -> of(protocol, port, TCP);
      case "udp" -> of(protocol, port, UDP);
      default -> protocol + "/" + port;
    };
  }

  private static String of(
      String protocol, int port, AtomicReferenceArray<@Nullable String> names) {
    @Nullable String known = names.get(port);
    if (known == null) {
      known = protocol + "/" + port;
      names.set(port, known);
    }
    return known;
  }
}

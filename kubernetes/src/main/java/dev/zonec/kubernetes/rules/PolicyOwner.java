package dev.zonec.kubernetes.rules;

import dev.zonec.diagnostics.Span;
import java.util.Optional;

/**
 * The policy that rules belong to.
 *
 * @param kind its kind, such as {@code NetworkPolicy}
 * @param namespace its namespace, if its kind has one
 * @param name its name
 * @param generated whether zonec wrote it
 * @param span the whole object in its manifest
 */
public record PolicyOwner(
    String kind, Optional<String> namespace, String name, boolean generated, Span span) {
  @Override
  public String toString() {
    return kind + " " + namespace.map(in -> in + "/").orElse("") + name;
  }
}

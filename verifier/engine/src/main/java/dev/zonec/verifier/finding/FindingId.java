package dev.zonec.verifier.finding;

import dev.zonec.diagnostics.ContentHash;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stable id of a finding, such as {@code undeclared-connection-3f9a1c2b7d4e}. It depends on the
 * content of the finding and not on its place: comments, the order of statements and files, and
 * unrelated flows and policies do not change it. See {@code spec/verification.md}, "Output for
 * programs".
 *
 * @param value the kind of the finding, and twelve hexadecimal digits
 */
public record FindingId(String value) {
  /** Returns the id of a finding of {@code kind} with {@code facts}. */
  static FindingId of(String kind, List<String> facts) {
    String[] parts = Stream.concat(Stream.of(kind), facts.stream()).toArray(String[]::new);
    return new FindingId(kind + "-" + ContentHash.of(parts));
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.zonec.checker.document;

import dev.zonec.checker.claim.ClaimKey;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a claim of a run of {@code certificate.json}. */
public final class ClaimReader {
  private static final String ASSERTION = "assertion ";

  private ClaimReader() {}

  /** Returns the claim in {@code node}, or the first problem. */
  public static ClaimReading read(JsonNode node) {
    try {
      return new ClaimReading.Read(claim(new Field("", node)));
    } catch (MalformedField malformed) {
      return new ClaimReading.Malformed(malformed.problem());
    }
  }

  private static ClaimDocument claim(Field field) {
    field.object(
        "claim",
        "instance",
        "statement",
        "place",
        "verdict",
        "waivers",
        "follows",
        "file",
        "sha256",
        "obligations",
        "paths");
    int instance = field.optional("instance").map(Field::count).orElse(0);
    ClaimKey key = key(field.required("claim"), instance);
    if (!(key instanceof ClaimKey.Asserted) && field.optional("instance").isPresent()) {
      throw field.required("instance").problem("is for assertions only");
    }
    List<String> waivers =
        field
            .optional("waivers")
            .map(list -> list.list().stream().map(Field::text).toList())
            .orElse(List.of());
    Optional<ClaimKey> follows = field.optional("follows").map(other -> key(other, 0));
    List<PathPart> parts =
        field
            .optional("paths")
            .map(list -> list.list().stream().map(PathPartReader::part).toList())
            .orElse(List.of());
    return new ClaimDocument(key, waivers, follows, parts);
  }

  private static ClaimKey key(Field field, int instance) {
    String text = field.text();
    return switch (text) {
      case "no undeclared connection" -> new ClaimKey.NoUndeclaredConnection();
      case "no blocked flow" -> new ClaimKey.NoBlockedFlow();
      case "no undeclared path" -> new ClaimKey.NoUndeclaredPath();
      default -> {
        if (!text.startsWith(ASSERTION)) {
          throw field.problem("is not the key of a claim: " + text);
        }
        yield new ClaimKey.Asserted(text.substring(ASSERTION.length()), instance);
      }
    };
  }
}

package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.ScalarNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds scalars that the API server rejects as values everywhere. */
final class ScalarCheck {
  /** An escape for one half of a UTF-16 surrogate pair. */
  private static final Pattern HALF =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[uU](?:0000)?[dD][89a-fA-F]");

  private final Document document;

  ScalarCheck(Document document) {
    this.document = document;
  }

  /** Returns why the scalar is rejected, as the end of a message that begins with the scalar. */
  Optional<String> reason(ScalarNode scalar) {
    return switch (Scalar.of(scalar)) {
      case Scalar.Refused(String reason) -> Optional.of(reason);
      case Scalar.Real(double value) when !Double.isFinite(value) ->
          Optional.of("is not a number in JSON");
      case Scalar.Text(String value) when hasHalves(value, scalar) ->
          Optional.of("is written with surrogate halves, which only JSON allows");
      case Scalar.Real real -> Optional.empty();
      case Scalar.Text text -> Optional.empty();
      case Scalar.Whole whole -> Optional.empty();
      case Scalar.Flag flag -> Optional.empty();
      case Scalar.Nothing nothing -> Optional.empty();
    };
  }

  /**
   * Whether {@code scalar} contains such an escape outside of JSON.
   *
   * @param value its value
   */
  boolean hasHalves(String value, ScalarNode scalar) {
    return scalar.isDoubleQuoted()
        && value.chars().anyMatch(c -> Character.isSurrogate((char) c))
        && !document.isJson()
        && HALF.matcher(document.spanOf(scalar).text()).find();
  }
}

package dev.zonec.kubernetes.manifest;

import static java.util.Map.entry;

import dev.zonec.kubernetes.yaml.ScalarNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Determines the type of a scalar from its tag and its text, as {@code resolve} and {@code scalar}
 * of {@code go.yaml.in/yaml/v2} do.
 */
final class ScalarResolution {
  private static final Set<String> TRUE =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSE =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Map<String, Double> NOT_FINITE =
      Map.ofEntries(
          entry(".nan", Double.NaN),
          entry(".NaN", Double.NaN),
          entry(".NAN", Double.NaN),
          entry(".inf", Double.POSITIVE_INFINITY),
          entry(".Inf", Double.POSITIVE_INFINITY),
          entry(".INF", Double.POSITIVE_INFINITY),
          entry("+.inf", Double.POSITIVE_INFINITY),
          entry("+.Inf", Double.POSITIVE_INFINITY),
          entry("+.INF", Double.POSITIVE_INFINITY),
          entry("-.inf", Double.NEGATIVE_INFINITY),
          entry("-.Inf", Double.NEGATIVE_INFINITY),
          entry("-.INF", Double.NEGATIVE_INFINITY));

  /** The length of {@code false}, the longest word that is no string. */
  private static final int LONGEST_WORD = 5;

  /** The first characters of words that are no strings. */
  private static final String FIRST_OF_WORDS = "~yYnNtTfFoO";

  private ScalarResolution() {}

  static Scalar of(ScalarNode node) {
    String text = node.value();
    Tag tag = node.tag();
    if (tag.equals(ScalarNode.UNTAGGED)) {
      return untagged(text);
    }
    if (tag.equals(Tag.BINARY)) {
      return binary(text);
    }
    if (tag.equals(Tag.TIMESTAMP)) {
      return Timestamps.isTimestamp(text)
          ? new Scalar.Text(text)
          : new Scalar.Refused("is not a timestamp");
    }
    if (tag.equals(Tag.INT)) {
      return untagged(text) instanceof Scalar.Whole whole
          ? whole
          : new Scalar.Refused("is not a whole number");
    }
    if (tag.equals(Tag.FLOAT)) {
      return real(text);
    }
    if (tag.equals(Tag.BOOL)) {
      return untagged(text) instanceof Scalar.Flag flag
          ? flag
          : new Scalar.Refused("is not true or false");
    }
    if (tag.equals(Tag.NULL)) {
      return untagged(text) instanceof Scalar.Nothing nothing
          ? nothing
          : new Scalar.Refused("is not null");
    }
    // A string. So are all scalars with a tag that the server does not know.
    return new Scalar.Text(text);
  }

  /** Determines the type of a plain scalar without a tag. */
  private static Scalar untagged(String text) {
    return canBeTyped(text) ? typed(text) : new Scalar.Text(text);
  }

  /**
   * Whether a text can be anything else than a string, by its length and its first character. Most
   * scalars are names, and looking each of them up takes longer than parsing them.
   */
  static boolean canBeTyped(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    return first < 'A' || (text.length() <= LONGEST_WORD && FIRST_OF_WORDS.indexOf(first) >= 0);
  }

  /** Determines the type of a text that can be anything. */
  static Scalar typed(String text) {
    if (NULL.contains(text)) {
      return new Scalar.Nothing();
    }
    if (TRUE.contains(text)) {
      return new Scalar.Flag(true);
    }
    if (FALSE.contains(text)) {
      return new Scalar.Flag(false);
    }
    @Nullable Double notFinite = NOT_FINITE.get(text);
    if (notFinite != null) {
      return new Scalar.Real(notFinite);
    }
    return NumberSyntax.read(text).orElseGet(() -> new Scalar.Text(text));
  }

  private static Scalar real(String text) {
    return switch (untagged(text)) {
      case Scalar.Real real -> real;
      case Scalar.Whole(BigInteger value) when value.bitLength() < Long.SIZE ->
          new Scalar.Real(value.doubleValue());
      case Scalar.Refused refused -> refused;
      case Scalar.Whole whole -> new Scalar.Refused("is not a 64-bit number");
      case Scalar.Nothing nothing -> new Scalar.Refused("is not a number");
      case Scalar.Flag flag -> new Scalar.Refused("is not a number");
      case Scalar.Text other -> new Scalar.Refused("is not a number");
    };
  }

  private static Scalar binary(String text) {
    return decoded(text.replace("\n", "").replace("\r", ""))
        .<Scalar>map(bytes -> new Scalar.Text(utf8(bytes)))
        .orElseGet(() -> new Scalar.Refused("is not base64"));
  }

  /** Decodes UTF-8 and replaces each invalid byte, as Go does. */
  private static String utf8(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put('\ufffd');
      }
      in.position(in.position() + result.length());
    }
  }

  private static Optional<byte[]> decoded(String text) {
    if (text.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

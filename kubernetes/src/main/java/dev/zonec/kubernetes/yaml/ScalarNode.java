package dev.zonec.kubernetes.yaml;

import org.yaml.snakeyaml.nodes.Tag;

/** A scalar. */
public final class ScalarNode extends Node {
  /** The tag of plain scalars without a written tag, whose type follows from their text. */
  public static final Tag UNTAGGED = new Tag("zonec:untagged");

  /** The tag of scalars with the tag {@code !}, which are strings. */
  public static final Tag NON_SPECIFIC = new Tag("zonec:non-specific");

  private final Tag tag;
  private final String value;
  private final boolean doubleQuoted;

  ScalarNode(Tag tag, String value, boolean doubleQuoted, int start, int end) {
    super(start, end);
    this.tag = tag;
    this.value = value;
    this.doubleQuoted = doubleQuoted;
  }

  /** Returns a string that no text contains. */
  public static ScalarNode ofText(String value) {
    return new ScalarNode(Tag.STR, value, true, 0, 0);
  }

  /** Returns a scalar with {@code tag} that no text contains. */
  public static ScalarNode of(Tag tag, String value) {
    return new ScalarNode(tag, value, false, 0, 0);
  }

  /** Returns another node with the same tag, value and place. */
  public ScalarNode copy() {
    return new ScalarNode(tag, value, doubleQuoted, start(), end());
  }

  /** Returns the tag. */
  public Tag tag() {
    return tag;
  }

  /** Returns the text, without quotes and with escapes resolved. */
  public String value() {
    return value;
  }

  /** Whether the scalar is written in double quotes. */
  public boolean isDoubleQuoted() {
    return doubleQuoted;
  }
}

package dev.zonec.risk.json;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** Fields of small JSON values. A field that is absent or has another form is empty. */
public final class JsonFields {
  private JsonFields() {}

  /** Returns the text, number or truth value {@code name} of {@code node}. */
  public static String text(JsonNode node, String name) {
    return text(node.path(name));
  }

  /** Returns the text, number or truth value {@code node}. */
  public static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString("") : "";
  }

  /** Returns the number {@code name} of {@code node}. */
  public static OptionalDouble number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  /** Returns the texts in the list {@code name} of {@code node}. */
  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node.path(name)) {
      if (!text(each).isEmpty()) {
        texts.add(text(each));
      }
    }
    return texts;
  }
}

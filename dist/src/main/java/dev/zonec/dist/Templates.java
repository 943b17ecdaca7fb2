package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Texts with {@code @NAME@} in place of values. */
final class Templates {
  private Templates() {}

  /** Returns the template {@code name} with the values for its names. */
  static String text(String name, Map<String, String> values) throws IOException {
    try (InputStream template = Templates.class.getResourceAsStream(name)) {
      if (template == null) {
        throw new IOException("there is no template " + name);
      }
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      return text;
    }
  }
}

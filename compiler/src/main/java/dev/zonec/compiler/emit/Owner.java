package dev.zonec.compiler.emit;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program that a generated file belongs to: a module, and the values of its parameters.
 *
 * @param module the name of the module
 * @param values the values as the first line of a file contains them: {@link #DEFAULTS}, or values
 *     such as {@code env=prod, tenant=a}, or nothing if the module has no parameters that identify
 *     its policies
 */
public record Owner(String module, String values) {
  /** The values of a program whose parameters all have their defaults. */
  public static final String DEFAULTS = "default values";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  /** A module without parameters. */
  public static Owner of(String module) {
    return new Owner(module, "");
  }

  /**
   * Creates the owner for a module with parameters.
   *
   * @param other the values that differ from the defaults
   */
  public static Owner of(String module, SortedMap<String, String> other) {
    return new Owner(
        module,
        other.isEmpty()
            ? DEFAULTS
            : other.entrySet().stream().map(Owner::written).collect(Collectors.joining(", ")));
  }

  /**
   * Whether a file of {@code other} belongs to this program. A file without values does, because it
   * was written when the module had no parameters, or by a version of zonec that did not record
   * them.
   */
  public boolean owns(Owner other) {
    return module.equals(other.module)
        && (values.isEmpty() || other.values.isEmpty() || values.equals(other.values));
  }

  private static String written(Map.Entry<String, String> value) {
    String text = value.getValue();
    return value.getKey() + "=" + (PLAIN.matcher(text).matches() ? text : quoted(text));
  }

  /** Quotes a value on one line, so that no value can end the comment. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c == ';' || c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }

  /** Returns the text for messages: {@code module shop with env=prod}. */
  @Override
  public String toString() {
    return "module " + module + (values.isEmpty() ? "" : " with " + values);
  }
}

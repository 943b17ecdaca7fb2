package dev.zonec.compiler.emit;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which program a generated file belongs to: a module, and the values that its parameters had.
 *
 * @param module the module's name
 * @param values the values as the file's first line has them: {@link #DEFAULTS}, such as {@code
 *     env=prod, tenant=a}, or empty where the module has no parameters that tell its policies apart
 */
public record Owner(String module, String values) {
  /** The values of a program with parameters of which every one has its default. */
  public static final String DEFAULTS = "default values";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  /** A module without parameters. */
  public static Owner of(String module) {
    return new Owner(module, "");
  }

  /** A module with parameters; {@code other} are the values that are not their defaults. */
  public static Owner of(String module, SortedMap<String, String> other) {
    return new Owner(
        module,
        other.isEmpty()
            ? DEFAULTS
            : other.entrySet().stream().map(Owner::written).collect(Collectors.joining(", ")));
  }

  /**
   * Whether a file of {@code other} is one of this program's own. A file that names no values is:
   * it was written when the module had no parameters, or by a version that did not name them.
   */
  public boolean owns(Owner other) {
    return module.equals(other.module)
        && (values.isEmpty() || other.values.isEmpty() || values.equals(other.values));
  }

  private static String written(Map.Entry<String, String> value) {
    String text = value.getValue();
    return value.getKey() + "=" + (PLAIN.matcher(text).matches() ? text : quoted(text));
  }

  /** Quoted on one line, so that no value can end the comment that it stands in. */
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

  /** As it is told to people: {@code module shop with env=prod}. */
  @Override
  public String toString() {
    return "module " + module + (values.isEmpty() ? "" : " with " + values);
  }
}

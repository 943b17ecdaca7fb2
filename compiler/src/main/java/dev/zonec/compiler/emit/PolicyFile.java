package dev.zonec.compiler.emit;

/**
 * A policy as it is written to a file.
 *
 * @param namespace its namespace
 * @param name its name
 * @param text a YAML document that begins with the header of generated files
 */
public record PolicyFile(String namespace, String name, String text) {
  /** Returns the path in the output folder, with {@code /} as separator. */
  public String path() {
    return namespace + "/" + name + ".yaml";
  }
}

package dev.zonec.compiler.emit;

/**
 * A policy as it is written.
 *
 * @param namespace where it stands
 * @param name its name
 * @param text one YAML document, its first line the header of generated files
 */
public record PolicyFile(String namespace, String name, String text) {
  /** Where it goes in a directory, parts separated by {@code /}. */
  public String path() {
    return namespace + "/" + name + ".yaml";
  }
}

package dev.zonec.tests.endtoend;

import java.util.Locale;

/**
 * The path of a kind's objects on an API server.
 *
 * @param root the path of the group and version
 * @param plural the name of the kind in paths
 */
public record ObjectPath(String root, String plural) {
  /** Returns the path of {@code kind}, whose plural is regular, or of Endpoints. */
  public static ObjectPath of(String apiVersion, String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    return new ObjectPath(
        (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion,
        word.endsWith("y")
            ? word.substring(0, word.length() - 1) + "ies"
            : word.equals("endpoints") ? word : word + "s");
  }

  /** Returns the path of objects that are in no namespace. */
  public String collection() {
    return root + "/" + plural;
  }

  /** Returns the path of the objects in {@code namespace}. */
  public String collection(String namespace) {
    return root + "/namespaces/" + namespace + "/" + plural;
  }
}

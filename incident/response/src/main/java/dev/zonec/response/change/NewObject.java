package dev.zonec.response.change;

import dev.zonec.compiler.emit.QuotedYaml;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An object that a change adds to a cluster.
 *
 * @param resource its resource in the commands of kubectl, such as {@code networkpolicy}
 * @param namespace its namespace; empty for a cluster-scoped object
 * @param name its name
 * @param tree its fields
 */
public record NewObject(String resource, String namespace, String name, Map<String, Object> tree) {
  /** Copies the tree. */
  public NewObject {
    tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  /** Whether the object is of {@code kind}. */
  boolean isOf(PolicyKind kind) {
    return kind.kind().equals(tree.get("kind"));
  }

  /** Returns text such as {@code NetworkPolicy shop/web}. */
  public String kindAndName() {
    return tree.get("kind") + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  /** Returns the objects as one YAML stream. */
  public static String stream(Collection<NewObject> objects) {
    return objects.stream().map(NewObject::text).collect(Collectors.joining("---\n"));
  }

  /** Returns the object as a YAML document. */
  public String text() {
    return QuotedYaml.write(tree);
  }
}

package dev.zonec.kubernetes.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Whether something that is no Kubernetes object was meant to be one. Folders hold values of
 * charts, workflows, patches and much else beside objects.
 */
final class IntendedObjects {
  private static final Pattern OBJECT_FIELD =
      Pattern.compile("(?m)^[ \\t{-]*[\"']?(apiVersion|kind)[\"']?[ \\t]*:");

  private IntendedObjects() {}

  /** Whether a text that is not YAML has a line as an object has it. */
  static boolean ofText(String text) {
    return OBJECT_FIELD.matcher(text).find();
  }

  /** Whether a tree that may not be one that can be walked has a field as an object has it. */
  static boolean ofTree(Node root) {
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        boolean named =
            tuple.getKeyNode() instanceof ScalarNode key
                && (key.getValue().equals("apiVersion") || key.getValue().equals("kind"));
        if (named || Fields.isMerge(tuple)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether an object without a kind or version was meant to be one: with one of the two, it has
   * metadata or a specification; without both, it has both of these.
   */
  static boolean ofFields(Map<String, Fields.Field> fields) {
    boolean metadata = isMapping(fields, "metadata");
    boolean spec = isMapping(fields, "spec");
    boolean kindOrVersion = fields.containsKey("kind") || fields.containsKey("apiVersion");
    boolean both = fields.containsKey("kind") && fields.containsKey("apiVersion");
    return both || (kindOrVersion ? metadata || spec : metadata && spec);
  }

  /** Whether a list holds objects, which none does that a server takes. */
  static boolean ofList(SequenceNode list) {
    return list.getValue().stream()
        .anyMatch(
            item ->
                item instanceof MappingNode mapping
                    && Fields.of(mapping).keySet().containsAll(List.of("apiVersion", "kind")));
  }

  private static boolean isMapping(Map<String, Fields.Field> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(Fields.Field::value)
        .filter(MappingNode.class::isInstance)
        .isPresent();
  }
}

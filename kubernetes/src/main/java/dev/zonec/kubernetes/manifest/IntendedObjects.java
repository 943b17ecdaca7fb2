package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses whether an invalid document was meant as a Kubernetes object. Folders also contain values
 * of charts, workflows, patches and other files.
 */
final class IntendedObjects {
  private static final Pattern OBJECT_FIELD =
      Pattern.compile("(?m)^[ \\t{-]*[\"']?(apiVersion|kind)[\"']?[ \\t]*:");

  private IntendedObjects() {}

  /** Whether a text that is not YAML has a line with a field of an object. */
  static boolean ofText(String text) {
    return OBJECT_FIELD.matcher(text).find();
  }

  /** Whether a tree has a field of an object. The tree may contain cycles. */
  static boolean ofTree(Node root) {
    if (root instanceof MappingNode mapping) {
      for (int entry = 0; entry < mapping.size(); entry++) {
        boolean named =
            mapping.key(entry) instanceof ScalarNode key
                && (key.value().equals("apiVersion") || key.value().equals("kind"));
        if (named || Fields.isMerge(mapping.key(entry))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a mapping without kind or version was meant as an object. With one of the two, it must
   * have metadata or a specification. Without both, it must have metadata and a specification.
   */
  static boolean ofFields(Map<String, Fields.Field> fields) {
    boolean metadata = isMapping(fields, "metadata");
    boolean spec = isMapping(fields, "spec");
    boolean kindOrVersion = fields.containsKey("kind") || fields.containsKey("apiVersion");
    boolean both = fields.containsKey("kind") && fields.containsKey("apiVersion");
    return both || (kindOrVersion ? metadata || spec : metadata && spec);
  }

  /** Whether a list contains objects. No server accepts such a list. */
  static boolean ofList(SequenceNode list) {
    return list.items().stream()
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

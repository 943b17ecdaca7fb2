package dev.zonec.kubernetes.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping's fields by name, with merge keys ({@code <<}) resolved. */
final class Fields {
  /** A field's key and value in the tree. */
  record Field(Node key, Node value) {}

  private Fields() {}

  /**
   * The fields in the order in which they are written, merged ones last. No name is there twice,
   * which {@link TreeCheck} sees to.
   */
  static Map<String, Field> of(MappingNode mapping) {
    Map<String, Field> fields = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (isMerge(tuple)) {
        merged.add(tuple.getValueNode());
      } else if (tuple.getKeyNode() instanceof ScalarNode key) {
        Scalar.key(key).ifPresent(name -> fields.put(name, new Field(key, tuple.getValueNode())));
      }
    }
    for (Node node : merged) {
      switch (node) {
        case MappingNode other -> of(other).forEach(fields::putIfAbsent);
        case SequenceNode list -> {
          for (Node item : list.getValue()) {
            if (item instanceof MappingNode other) {
              of(other).forEach(fields::putIfAbsent);
            }
          }
        }
        default -> {}
      }
    }
    return fields;
  }

  /** Whether the key is {@code <<}, and neither quoted nor a string by its tag. */
  static boolean isMerge(NodeTuple tuple) {
    Tag tag = tuple.getKeyNode().getTag();
    return tuple.getKeyNode() instanceof ScalarNode key
        && key.getValue().equals("<<")
        && (tag.equals(ServerYaml.UNTAGGED)
            || tag.equals(ServerYaml.NON_SPECIFIC)
            || tag.equals(Tag.MERGE));
  }
}

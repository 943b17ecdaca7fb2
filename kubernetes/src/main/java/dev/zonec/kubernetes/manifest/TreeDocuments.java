package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Converts documents to trees and back. */
public final class TreeDocuments {
  private final IdentityHashMap<Node, Span> spans = new IdentityHashMap<>();

  private TreeDocuments() {}

  /** Returns the tree of {@code document}, which must have no cycles. */
  public static Tree tree(Document document) {
    return tree(document, document.root());
  }

  private static Tree tree(Document document, Node node) {
    Span span = document.spanOf(node);
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        Fields.of(mapping)
            .forEach(
                (name, field) ->
                    fields.put(
                        name,
                        new Tree.Field(
                            document.spanOf(field.key()), tree(document, field.value()))));
        yield new Tree.Mapping(fields, span);
      }
      case SequenceNode list ->
          new Tree.Listing(
              list.getValue().stream().map(item -> tree(document, item)).toList(), span);
      case ScalarNode scalar -> new Tree.Leaf(scalar, span);
      default -> throw new IllegalStateException("no such node: " + node.getNodeId());
    };
  }

  /** Returns the document of {@code tree}. */
  public static Document document(Tree tree) {
    TreeDocuments placed = new TreeDocuments();
    Node root = placed.node(tree);
    return new Document(tree.span().source(), root, placed.spans);
  }

  private Node node(Tree tree) {
    Node node =
        switch (tree) {
          case Tree.Leaf leaf -> copy(leaf.node());
          case Tree.Listing list ->
              new SequenceNode(
                  Tag.SEQ, list.items().stream().map(this::node).toList(), FlowStyle.BLOCK);
          case Tree.Mapping mapping -> {
            List<NodeTuple> tuples = new ArrayList<>();
            mapping
                .fields()
                .forEach(
                    (name, field) -> {
                      Node key =
                          new ScalarNode(Tag.STR, name, null, null, ScalarStyle.DOUBLE_QUOTED);
                      spans.put(key, field.key());
                      tuples.add(new NodeTuple(key, node(field.value())));
                    });
            yield new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
          }
        };
    spans.put(node, tree.span());
    return node;
  }

  /** Copies a scalar, because one can occur several times in a tree and in several trees. */
  private static ScalarNode copy(ScalarNode node) {
    return new ScalarNode(
        node.getTag(),
        node.getValue(),
        node.getStartMark(),
        node.getEndMark(),
        node.getScalarStyle());
  }
}

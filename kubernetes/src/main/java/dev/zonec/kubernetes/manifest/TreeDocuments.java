package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
          new Tree.Listing(list.items().stream().map(item -> tree(document, item)).toList(), span);
      case ScalarNode scalar -> new Tree.Leaf(scalar, span);
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
          // A scalar can occur several times in a tree and in several trees.
          case Tree.Leaf leaf -> leaf.node().copy();
          case Tree.Listing list -> SequenceNode.of(list.items().stream().map(this::node).toList());
          case Tree.Mapping mapping -> {
            List<Node> nodes = new ArrayList<>();
            mapping
                .fields()
                .forEach(
                    (name, field) -> {
                      Node key = ScalarNode.ofText(name);
                      spans.put(key, field.key());
                      nodes.add(key);
                      nodes.add(node(field.value()));
                    });
            yield MappingNode.of(nodes);
          }
        };
    spans.put(node, tree.span());
    return node;
  }
}

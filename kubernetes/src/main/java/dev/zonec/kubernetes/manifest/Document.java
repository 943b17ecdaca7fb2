package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with the spans of its fields.
 *
 * <p>A path consists of field names (strings) and list positions (integers), such as {@code "spec",
 * "ingress", 0, "from"}.
 */
public final class Document {
  private final SourceText source;
  private final Node root;
  private final boolean aliases;
  private final boolean json;

  /** The spans of nodes that come from several texts; empty if all come from one text. */
  private final Map<Node, Span> spans;

  /**
   * @param source the text
   * @param root the object
   * @param aliases whether the document has aliases, so that a node can occur several times
   * @param json whether the text begins like JSON
   */
  Document(SourceText source, Node root, boolean aliases, boolean json) {
    this(source, root, aliases, json, Map.of());
  }

  /**
   * Creates a document for an object that comes from several texts.
   *
   * @param source the text of most of its nodes
   * @param root the object
   * @param spans the span of each node
   */
  Document(SourceText source, Node root, Map<Node, Span> spans) {
    this(source, root, false, false, spans);
  }

  private Document(
      SourceText source, Node root, boolean aliases, boolean json, Map<Node, Span> spans) {
    this.source = source;
    this.root = root;
    this.aliases = aliases;
    this.json = json;
    this.spans = spans;
  }

  /** Returns a document of the same text for the object {@code node}. */
  Document at(Node node) {
    return new Document(source, node, aliases, json, spans);
  }

  /** Returns the text with the object. */
  public SourceText source() {
    return source;
  }

  Node root() {
    return root;
  }

  /** Whether a node can occur several times. */
  boolean hasAliases() {
    return aliases;
  }

  /** Whether the text begins like JSON. Clients then parse it as JSON. */
  boolean isJson() {
    return json;
  }

  /** Whether the object has the field. */
  public boolean has(String field) {
    return root instanceof MappingNode mapping && Fields.of(mapping).containsKey(field);
  }

  /** Returns the span of the whole object. */
  public Span span() {
    return spanOf(root);
  }

  /** Returns the span of the value at {@code path}, or of the nearest existing value around it. */
  public Span span(Object... path) {
    return span(List.of(path));
  }

  /** Returns the span of the value at {@code path}, or of the nearest existing value around it. */
  public Span span(List<?> path) {
    return find(path, false);
  }

  /**
   * Returns the span of the field name at {@code path}, or of the nearest existing value around it.
   */
  public Span keySpan(List<?> path) {
    return find(path, true);
  }

  private Span find(List<?> path, boolean lastKey) {
    Node node = root;
    Span nearest = spanOf(root);
    for (int i = 0; i < path.size(); i++) {
      Object step = path.get(i);
      if (node instanceof MappingNode mapping && step instanceof String name) {
        Fields.@Nullable Field field = Fields.of(mapping).get(name);
        if (field == null) {
          return nearest;
        }
        Span value = spanOf(field.value());
        boolean atKey = value.start() == value.end() || (lastKey && i == path.size() - 1);
        nearest = atKey ? spanOf(field.key()) : value;
        node = field.value();
      } else if (node instanceof SequenceNode list
          && step instanceof Integer index
          && index < list.items().size()) {
        node = list.items().get(index);
        Span item = spanOf(node);
        nearest = item.start() == item.end() ? nearest : item;
      } else {
        return nearest;
      }
    }
    return nearest;
  }

  Span spanOf(Node node) {
    @Nullable Span written = spans.get(node);
    if (written != null) {
      return written;
    }
    return new Span(source, node.start(), node.end());
  }
}

package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * An object with the spans of its fields.
 *
 * <p>A path consists of field names (strings) and list positions (integers), such as {@code "spec",
 * "ingress", 0, "from"}.
 */
public final class Document {
  private final SourceText source;
  private final int base;
  private final CodePoints codePoints;
  private final Node root;

  /** The spans of nodes that come from several texts; empty if all come from one text. */
  private final IdentityHashMap<Node, Span> spans;

  /**
   * @param source the text
   * @param base the offset of the part that the tree was read from
   * @param codePoints the positions in this part
   * @param root the object
   */
  Document(SourceText source, int base, CodePoints codePoints, Node root) {
    this(source, base, codePoints, root, new IdentityHashMap<>());
  }

  /**
   * Creates a document for an object that comes from several texts.
   *
   * @param source the text of most of its nodes
   * @param root the object
   * @param spans the span of each node
   */
  Document(SourceText source, Node root, IdentityHashMap<Node, Span> spans) {
    this(source, 0, new CodePoints(""), root, spans);
  }

  private Document(
      SourceText source,
      int base,
      CodePoints codePoints,
      Node root,
      IdentityHashMap<Node, Span> spans) {
    this.source = source;
    this.base = base;
    this.codePoints = codePoints;
    this.root = root;
    this.spans = spans;
  }

  /** Returns a document of the same text for the object {@code node}. */
  Document at(Node node) {
    return new Document(source, base, codePoints, node, spans);
  }

  /** Returns the text with the object. */
  public SourceText source() {
    return source;
  }

  Node root() {
    return root;
  }

  /** Whether the text begins like JSON. Clients then parse it as JSON. */
  boolean isJson() {
    int start = base;
    while (start < source.content().length()
        && Character.isWhitespace(source.content().charAt(start))) {
      start++;
    }
    return source.content().startsWith("{", start);
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
          && index < list.getValue().size()) {
        node = list.getValue().get(index);
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
    int start = base + codePoints.offset(node.getStartMark().getIndex());
    int end = base + codePoints.offset(lastOf(node).getEndMark().getIndex());
    while (end > start && Character.isWhitespace(source.content().charAt(end - 1))) {
      end--;
    }
    return new Span(source, start, Math.max(start, end));
  }

  /**
   * Returns the last node inside {@code node}. The end mark of a block is the start of the
   * following token, so the end is taken from the last node.
   */
  private static Node lastOf(Node node) {
    Node last = node;
    while (last instanceof CollectionNode<?> block
        && block.getFlowStyle() != FlowStyle.FLOW
        && !block.getValue().isEmpty()) {
      Node inner =
          block.getValue().getLast() instanceof NodeTuple tuple
              ? tuple.getValueNode()
              : (Node) block.getValue().getLast();
      // The node of an alias is elsewhere, before the alias.
      if (inner.getStartMark().getIndex() <= last.getStartMark().getIndex()) {
        return last;
      }
      last = inner;
    }
    return last;
  }
}

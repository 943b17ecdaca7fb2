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
 * Where an object's fields stand in its text.
 *
 * <p>A path is made of field names (strings) and list positions (integers), such as {@code "spec",
 * "ingress", 0, "from"}.
 */
public final class Document {
  private final SourceText source;
  private final int base;
  private final CodePoints codePoints;
  private final Node root;

  /** Where nodes were written that stand in no text as they are; empty for those of one text. */
  private final IdentityHashMap<Node, Span> spans;

  /**
   * @param source the text
   * @param base where the stretch begins that the tree was read from
   * @param codePoints that stretch
   * @param root the object
   */
  Document(SourceText source, int base, CodePoints codePoints, Node root) {
    this(source, base, codePoints, root, new IdentityHashMap<>());
  }

  /**
   * An object that was put together from several texts.
   *
   * @param source the text of most of it
   * @param root the object
   * @param spans where each of its nodes was written
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

  /** The same text, {@code node} being the object. */
  Document at(Node node) {
    return new Document(source, base, codePoints, node, spans);
  }

  /** The text that holds the object. */
  public SourceText source() {
    return source;
  }

  Node root() {
    return root;
  }

  /** Whether it begins as JSON does, which clients then read as such. */
  boolean isJson() {
    int start = base;
    while (start < source.content().length()
        && Character.isWhitespace(source.content().charAt(start))) {
      start++;
    }
    return source.content().startsWith("{", start);
  }

  /** Whether the object has a field. */
  public boolean has(String field) {
    return root instanceof MappingNode mapping && Fields.of(mapping).containsKey(field);
  }

  /** The whole object. */
  public Span span() {
    return spanOf(root);
  }

  /** The value at {@code path}, or the nearest thing around it that is there. */
  public Span span(Object... path) {
    return span(List.of(path));
  }

  /** The value at {@code path}, or the nearest thing around it that is there. */
  public Span span(List<?> path) {
    return find(path, false);
  }

  /** The name of the field at {@code path}, or the nearest value around it that is there. */
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

  /** The node that ends where {@code node} does: a block's own end is the start of what follows. */
  private static Node lastOf(Node node) {
    Node last = node;
    while (last instanceof CollectionNode<?> block
        && block.getFlowStyle() != FlowStyle.FLOW
        && !block.getValue().isEmpty()) {
      Node inner =
          block.getValue().getLast() instanceof NodeTuple tuple
              ? tuple.getValueNode()
              : (Node) block.getValue().getLast();
      // An alias stands here but its node elsewhere, before this one.
      if (inner.getStartMark().getIndex() <= last.getStartMark().getIndex()) {
        return last;
      }
      last = inner;
    }
    return last;
  }
}

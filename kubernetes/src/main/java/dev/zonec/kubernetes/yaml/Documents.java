package dev.zonec.kubernetes.yaml;

import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Composes the documents of a text. Written tags are kept. The type of a scalar without a tag is
 * not resolved.
 *
 * <p>The end mark of a block in SnakeYAML's events is the start of the following token. Therefore a
 * block here ends where its last child ends, unless this is an alias.
 */
public final class Documents {
  private static final int DEEPEST = 100;

  private final String text;
  private final int base;
  private final CodePoints codePoints;
  private final InMemoryReader characters;
  private final ParserImpl parser;
  private final Deadline deadline;
  private final Map<String, Node> anchors = new HashMap<>();

  private final SharedValues values;

  private boolean aliased;
  private int depth;

  /**
   * @param content the whole text, to which offsets refer
   * @param start the offset at which its part with the documents starts
   * @param end the offset at which this part ends
   * @param values the values of all documents that are read
   * @param deadline the end of the work
   */
  public Documents(String content, int start, int end, SharedValues values, Deadline deadline) {
    text = content.substring(start, end);
    base = start;
    codePoints = new CodePoints(text);
    characters = new InMemoryReader(text);
    parser = new ParserImpl(characters, limits());
    this.values = values;
    this.deadline = deadline;
  }

  /** A document is a tree, or a graph if it has aliases. */
  public record Composed(Node root, boolean hasAliases) {}

  /**
   * Returns the next document; null after the last one.
   *
   * @throws YAMLException if the text is not YAML, or nested too deeply
   */
  public @Nullable Composed next() {
    if (parser.checkEvent(Event.ID.StreamStart)) {
      characters.checkCharacters();
      parser.getEvent();
    }
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return null;
    }
    parser.getEvent();
    aliased = false;
    Node root = node();
    parser.getEvent();
    anchors.clear();
    return new Composed(root, aliased);
  }

  /** Returns the offset in the whole text at which {@code problem} was found. */
  public int offsetOf(YAMLException problem) {
    return base + codePoints.offset(indexOf(problem));
  }

  private int indexOf(YAMLException problem) {
    if (problem instanceof MarkedYAMLException marked) {
      @Nullable Mark mark = markOf(marked);
      if (mark != null) {
        return mark.getIndex();
      }
    }
    return problem instanceof ReaderException reader ? reader.getPosition() : characters.getIndex();
  }

  /** Returns why a text is not YAML. */
  public static String reasonOf(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      return marked.getProblem().replaceAll("\\s+", " ").strip();
    }
    if (e instanceof ReaderException reader) {
      return String.format(
          Locale.ROOT, "the character U+%04X is not allowed here", reader.getCodePoint());
    }
    return e instanceof TooDeep ? TooDeep.REASON : "the file cannot be read";
  }

  private static @Nullable Mark markOf(MarkedYAMLException problem) {
    return problem.getProblemMark() == null ? problem.getContextMark() : problem.getProblemMark();
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    // The size of the text was checked when it was read.
    limits.setCodePointLimit(Integer.MAX_VALUE);
    return limits;
  }

  private Node node() {
    deadline.throwIfPassed();
    if (parser.checkEvent(Event.ID.Alias)) {
      AliasEvent alias = (AliasEvent) parser.getEvent();
      @Nullable Node node = anchors.get(alias.getAnchor());
      if (node == null) {
        throw new UndefinedAlias(alias);
      }
      aliased = true;
      return node;
    }
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    depth++;
    Node node = collectionOrScalar(parser.getEvent());
    depth--;
    return node;
  }

  private Node collectionOrScalar(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event instanceof SequenceStartEvent list
        ? list(list)
        : mapping((MappingStartEvent) event);
  }

  private ScalarNode scalar(ScalarEvent event) {
    int start = offset(event.getStartMark());
    int end = trimmed(start, offset(event.getEndMark()));
    boolean doubleQuoted = event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    ScalarNode node =
        new ScalarNode(tag(event), values.of(event.getValue()), doubleQuoted, start, end);
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), node);
    }
    return node;
  }

  /** Distinguishes {@code ! 80} from {@code 80}. */
  private static Tag tag(ScalarEvent event) {
    @Nullable String written = event.getTag();
    if (written == null) {
      return event.getImplicit().canOmitTagInPlainScalar() ? ScalarNode.UNTAGGED : Tag.STR;
    }
    // A text that writes the internal name itself has written a string.
    return written.equals("!") || written.equals(ScalarNode.UNTAGGED.getValue())
        ? ScalarNode.NON_SPECIFIC
        : new Tag(written);
  }

  private SequenceNode list(SequenceStartEvent event) {
    SequenceNode list = new SequenceNode(offset(event.getStartMark()));
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), list);
    }
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node());
    }
    list.setItems(List.copyOf(items));
    close(list, event, items);
    return list;
  }

  private MappingNode mapping(MappingStartEvent event) {
    MappingNode mapping = new MappingNode(offset(event.getStartMark()));
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), mapping);
    }
    List<Node> nodes = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      nodes.add(node());
      nodes.add(node());
    }
    mapping.setNodes(nodes);
    close(mapping, event, nodes);
    return mapping;
  }

  private void close(Node node, CollectionStartEvent event, List<Node> children) {
    int end = offset(parser.getEvent().getEndMark());
    // The node of an alias is elsewhere, before the alias.
    boolean endsWithChild =
        !event.isFlow() && !children.isEmpty() && children.getLast().start() > node.start();
    node.endAt(trimmed(node.start(), endsWithChild ? children.getLast().end() : end));
  }

  private int offset(Mark mark) {
    return base + codePoints.offset(mark.getIndex());
  }

  private int trimmed(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1 - base))) {
      last--;
    }
    return last;
  }

  private static final class TooDeep extends YAMLException {
    private static final long serialVersionUID = 1L;
    private static final String REASON = "nested deeper than " + DEEPEST + " levels";

    TooDeep() {
      super(REASON);
    }
  }

  private static final class UndefinedAlias extends MarkedYAMLException {
    private static final long serialVersionUID = 1L;

    UndefinedAlias(AliasEvent alias) {
      super(null, null, "found undefined alias " + alias.getAnchor(), alias.getStartMark());
    }
  }
}

package dev.zonec.kubernetes.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonec.diagnostics.deadline.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.resolver.Resolver;

/** Documents are those that SnakeYAML composes, and their offsets are those of its marks. */
final class DocumentsTest {
  private static final List<String> TRICKY =
      List.of(
          "",
          "---\n",
          "a: 1\n---\nb: 2\n...\n---\n",
          "a: &x [1, {b: c}]\nd: *x\ne:\n  <<: *y\n",
          "a: &x\n  b: *x\n",
          "- &a 1\n- *a\n- - *a\n  - b:\n",
          "{a: b, 'c': \"d\\u00e9\", e: [1, 2,], f: !!str 3, h: !custom 5}",
          "text: |\n  one\n\n   two\n\n\nnext: >-\n  folded\n  text\n# end\n",
          "? [complex, key]\n: value\n? b\n",
          "\"\\ud83d\\ude00\": \ud83d\ude00 # \ud83d\ude00\nb:\n  - \ud83d\ude00: 1\n",
          "a:   \nb:\t\nc: ~\n  \n",
          "%YAML 1.1\n%TAG ! tag:example.com,2000:\n---\n!a b: !!int 7\n",
          "a: 'it''s'\nb: \"multi\n  line\"\nc: plain\n  multi line\n",
          "[".repeat(101) + "]".repeat(101),
          "[".repeat(102) + "]".repeat(102),
          "[".repeat(103) + "]".repeat(103),
          "a: [1, 2\nb: c",
          "a: b: c",
          "\ta: b",
          "a: \u0001",
          "x: *nothing");

  @Test
  void documentsAreThoseOfSnakeYaml() {
    TRICKY.forEach(DocumentsTest::assertSame);
  }

  @Test
  void changedTextsToo() throws IOException {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>(TRICKY);
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("zonec.root", ".."), "examples"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    assertTrue(texts.size() > TRICKY.size() + 10, "no examples");
    for (String text : texts) {
      assertSame(text);
    }
    for (int i = 0; i < 4000; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      int from = text.length() < 400 ? 0 : random.nextInt(text.length() - 400);
      assertSame(changed(text.substring(from, Math.min(text.length(), from + 400)), random));
    }
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length() + 1);
      String piece = "&a |*a |: |- |\n|  |{|}|[|]|\"|'|!!str |? |<<: |\ud83d\ude00|#|,|---\n";
      String[] pieces = piece.split("\\|");
      if (random.nextBoolean() && at < changed.length()) {
        changed.deleteCharAt(at);
      } else {
        changed.insert(at, pieces[random.nextInt(pieces.length)]);
      }
    }
    return changed.toString();
  }

  private static void assertSame(String text) {
    assertEquals(slow("# é\n", text), fast("# é\n", text), text);
  }

  /** Describes the documents in {@code text}, which is a part of a longer text. */
  private static List<String> fast(String before, String text) {
    List<String> described = new ArrayList<>();
    int end = before.length() + text.length();
    Documents documents =
        new Documents(
            before + text + "\n# after",
            before.length(),
            end,
            new SharedValues(),
            Deadline.never());
    try {
      for (var next = documents.next(); next != null; next = documents.next()) {
        StringBuilder tree = new StringBuilder();
        describe(next.root(), tree, new IdentityHashMap<>());
        boolean repeated = tree.indexOf("again") >= 0;
        assertEquals(repeated, next.hasAliases(), text);
        described.add(tree.toString());
      }
    } catch (YAMLException e) {
      described.add(Documents.reasonOf(e) + " at " + documents.offsetOf(e));
    }
    return described;
  }

  private static void describe(Node node, StringBuilder tree, Map<Node, Integer> known) {
    if (known.putIfAbsent(node, known.size()) != null) {
      tree.append("again ").append(known.get(node)).append('\n');
      return;
    }
    tree.append(node.start()).append('-').append(node.end()).append(' ');
    switch (node) {
      case ScalarNode scalar ->
          tree.append(scalar.tag().getValue())
              .append(scalar.isDoubleQuoted() ? " \"" : " ")
              .append(scalar.value())
              .append('\n');
      case SequenceNode list -> {
        tree.append("list\n");
        list.items().forEach(item -> describe(item, tree, known));
      }
      case MappingNode mapping -> {
        tree.append("mapping\n");
        for (int i = 0; i < mapping.size(); i++) {
          describe(mapping.key(i), tree, known);
          describe(mapping.value(i), tree, known);
        }
      }
    }
  }

  private static List<String> slow(String before, String text) {
    List<String> described = new ArrayList<>();
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(Integer.MAX_VALUE);
    limits.setNestingDepthLimit(100);
    limits.setTagInspector(tag -> true);
    InMemoryReader characters = new InMemoryReader(text);
    Slow slow = new Slow(text, before.length());
    try {
      characters.checkCharacters();
      Composer composer = new Composer(new ParserImpl(characters, limits), new Plain(), limits);
      while (composer.checkNode()) {
        StringBuilder tree = new StringBuilder();
        slow.describe(composer.getNode(), tree, new IdentityHashMap<>());
        described.add(tree.toString());
      }
    } catch (YAMLException e) {
      Documents other =
          new Documents(
              before + text,
              before.length(),
              before.length(),
              new SharedValues(),
              Deadline.never());
      boolean deep = String.valueOf(e.getMessage()).contains("epth");
      described.add(
          (deep ? "nested deeper than 100 levels" : Documents.reasonOf(e))
              + " at "
              + slow.offsetOf(e, characters.getIndex()));
      assertTrue(other.offsetOf(e) >= 0);
    }
    return described;
  }

  /** Gives scalars without a tag the tags that the documents have. */
  private static final class Plain extends Resolver {
    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit
          ? ScalarNode.UNTAGGED
          : super.resolve(kind, value, implicit);
    }
  }

  /** Describes SnakeYAML's nodes. */
  private record Slow(String text, int base) {
    int offset(int codePoints) {
      int count = text.codePointCount(0, text.length());
      return base + text.offsetByCodePoints(0, Math.min(codePoints, count));
    }

    int offsetOf(YAMLException problem, int index) {
      return switch (problem) {
        case org.yaml.snakeyaml.error.MarkedYAMLException marked
            when marked.getProblemMark() != null ->
            offset(marked.getProblemMark().getIndex());
        case org.yaml.snakeyaml.error.MarkedYAMLException marked
            when marked.getContextMark() != null ->
            offset(marked.getContextMark().getIndex());
        case org.yaml.snakeyaml.reader.ReaderException reader -> offset(reader.getPosition());
        default -> offset(index);
      };
    }

    private static org.yaml.snakeyaml.nodes.Node lastOf(org.yaml.snakeyaml.nodes.Node node) {
      org.yaml.snakeyaml.nodes.Node last = node;
      while (last instanceof CollectionNode<?> block
          && block.getFlowStyle() != FlowStyle.FLOW
          && !block.getValue().isEmpty()) {
        org.yaml.snakeyaml.nodes.Node inner =
            block.getValue().getLast() instanceof NodeTuple tuple
                ? tuple.getValueNode()
                : (org.yaml.snakeyaml.nodes.Node) block.getValue().getLast();
        if (inner.getStartMark().getIndex() <= last.getStartMark().getIndex()) {
          return last;
        }
        last = inner;
      }
      return last;
    }

    void describe(
        org.yaml.snakeyaml.nodes.Node node,
        StringBuilder tree,
        Map<org.yaml.snakeyaml.nodes.Node, Integer> known) {
      if (known.putIfAbsent(node, known.size()) != null) {
        tree.append("again ").append(known.get(node)).append('\n');
        return;
      }
      int start = offset(node.getStartMark().getIndex());
      int end = offset(lastOf(node).getEndMark().getIndex());
      while (end > start && Character.isWhitespace(text.charAt(end - 1 - base))) {
        end--;
      }
      tree.append(start).append('-').append(Math.max(start, end)).append(' ');
      switch (node) {
        case org.yaml.snakeyaml.nodes.ScalarNode scalar -> {
          String tag = scalar.getTag().getValue();
          boolean quoted = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
          tree.append(tag).append(quoted ? " \"" : " ").append(scalar.getValue()).append('\n');
        }
        case org.yaml.snakeyaml.nodes.SequenceNode list -> {
          tree.append("list\n");
          list.getValue().forEach(item -> describe(item, tree, known));
        }
        case org.yaml.snakeyaml.nodes.MappingNode mapping -> {
          tree.append("mapping\n");
          for (NodeTuple tuple : mapping.getValue()) {
            describe(tuple.getKeyNode(), tree, known);
            describe(tuple.getValueNode(), tree, known);
          }
        }
        default -> throw new AssertionError();
      }
    }
  }
}

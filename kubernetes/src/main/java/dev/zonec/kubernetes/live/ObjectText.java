package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ReadFields;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes an object of an API server as YAML, so that it is read like a file and messages can show
 * its lines. It writes only the fields that zonec reads, and so never the environment variables of
 * a pod.
 */
final class ObjectText {
  /** Words that every YAML parser reads as a string. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final String cluster;

  /**
   * @param cluster the cluster in messages
   */
  ObjectText(String cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns the object as a text called {@code cluster x: Kind namespace/name}. It adds kind and
   * version, which lists leave out of their items.
   */
  SourceText of(ApiResource resource, ReadFields fields, Map<?, ?> item) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("apiVersion", resource.apiVersion());
    whole.put("kind", resource.kind());
    item.forEach((key, value) -> whole.putIfAbsent(String.valueOf(key), value));
    return new SourceText(cluster + ": " + nameOf(resource, item), yaml(fields.of(whole)));
  }

  private static String nameOf(ApiResource resource, Map<?, ?> item) {
    Map<?, ?> metadata = item.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    String name = String.valueOf(metadata.get("name"));
    return metadata.get("namespace") instanceof String namespace
        ? resource.kind() + " " + namespace + "/" + name
        : resource.kind() + " " + name;
  }

  /** Writes maps, lists and scalars as a YAML document. */
  static String yaml(Map<?, ?> tree) {
    StringWriter out = new StringWriter();
    DumperOptions options = options();
    Serializer serializer =
        new Serializer(new Emitter(out, options), new Resolver(), options, null);
    try {
      serializer.open();
      serializer.serialize(node(tree));
      serializer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    options.setMaxSimpleKeyLength(1024);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return options;
  }

  private static Node node(@Nullable Object value) {
    return switch (value) {
      case null -> scalar(Tag.NULL, "null", ScalarStyle.PLAIN);
      case Map<?, ?> map -> {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((key, each) -> tuples.add(new NodeTuple(text(key.toString()), node(each))));
        yield new MappingNode(Tag.MAP, tuples, style(map.isEmpty()));
      }
      case List<?> list -> {
        List<Node> items = new ArrayList<>();
        list.forEach(each -> items.add(node(each)));
        yield new SequenceNode(Tag.SEQ, items, style(list.isEmpty()));
      }
      case Boolean flag -> scalar(Tag.BOOL, flag.toString(), ScalarStyle.PLAIN);
      case Double number -> scalar(Tag.FLOAT, number.toString(), ScalarStyle.PLAIN);
      case Number number -> scalar(Tag.INT, number.toString(), ScalarStyle.PLAIN);
      default -> text(value.toString());
    };
  }

  private static FlowStyle style(boolean empty) {
    return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private static Node text(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    boolean printable = text.codePoints().allMatch(c -> c >= ' ' && c < 0x7f);
    ScalarStyle quotes = printable ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    return scalar(Tag.STR, text, plain ? ScalarStyle.PLAIN : quotes);
  }

  private static Node scalar(Tag tag, String text, ScalarStyle style) {
    return new ScalarNode(tag, text, null, null, style);
  }
}

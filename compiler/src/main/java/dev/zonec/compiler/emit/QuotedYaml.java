package dev.zonec.compiler.emit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes maps and lists as YAML that all parsers read alike. */
public final class QuotedYaml {
  private QuotedYaml() {}

  /** Returns {@code tree} as one document in block style. */
  public static String write(Map<String, Object> tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndent(2);
    options.setSplitLines(false);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(new QuotingRepresenter(options), options).dump(tree);
  }

  /**
   * Quotes every word that some YAML parser does not read as a string, such as {@code y}, {@code
   * 1e3} and {@code 0o7}.
   */
  private static final class QuotingRepresenter extends Representer {
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*|[0-9]+(\\.[0-9]+){3}/[0-9]+");
    private static final Set<String> WORDS =
        Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    QuotingRepresenter(DumperOptions options) {
      super(options);
      this.representers.put(String.class, data -> representText((String) data));
    }

    private Node representText(String text) {
      boolean plain =
          PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
      DumperOptions.ScalarStyle style =
          plain ? DumperOptions.ScalarStyle.PLAIN : DumperOptions.ScalarStyle.SINGLE_QUOTED;
      return representScalar(Tag.STR, text, style);
    }

    /** A list that occurs twice is written twice, because policies should not contain aliases. */
    @Override
    protected Node representSequence(
        Tag tag, Iterable<?> sequence, DumperOptions.FlowStyle flowStyle) {
      representedObjects.clear();
      return super.representSequence(tag, sequence, flowStyle);
    }

    @Override
    protected Node representMapping(Tag tag, Map<?, ?> mapping, DumperOptions.FlowStyle flowStyle) {
      representedObjects.clear();
      return super.representMapping(tag, mapping, flowStyle);
    }
  }
}

package dev.zonec.compiler.param;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Word;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads values of parameters from YAML: {@code name: value}, and lists for {@code cidr[]}. */
public final class ParamFile {
  private final SourceText source;
  private final Problems problems;

  private ParamFile(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * Reads the values in {@code source}. Entries that are not a name with a value are reported and
   * left out.
   */
  public static GivenParams read(SourceText source, Problems problems) {
    return new ParamFile(source, problems).read();
  }

  private GivenParams read() {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(source.content()));
      return root == null || isNull(root) ? GivenParams.NONE : params(root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          mark == null
              ? Diagnostic.errorIn(Code.ZC0117, source.name(), "the file is not YAML")
              : Diagnostic.error(
                  Code.ZC0117, at(mark, mark), "this is not YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      problems.add(Diagnostic.errorIn(Code.ZC0117, source.name(), "the file is not YAML"));
    }
    return GivenParams.NONE;
  }

  private GivenParams params(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problems.add(
          Diagnostic.error(
              Code.ZC0117, where(root), "a file of parameters consists of `name: value` lines"));
      return GivenParams.NONE;
    }
    Map<String, GivenParam> params = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      param(tuple)
          .ifPresent(
              param -> {
                GivenParam first = params.putIfAbsent(param.name().text(), param);
                if (first != null) {
                  problems.add(
                      Diagnostic.error(
                              Code.ZC0117,
                              param.name().span(),
                              "`" + param.name() + "` is set twice")
                          .labelled("set again here")
                          .also(first.name().span(), "first set here"));
                }
              });
    }
    return new GivenParams(List.copyOf(params.values()));
  }

  private Optional<GivenParam> param(NodeTuple tuple) {
    Optional<Word> name = scalar(tuple.getKeyNode(), "the name of a parameter must be a scalar");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (tuple.getValueNode() instanceof SequenceNode list) {
      List<Word> items = new ArrayList<>();
      for (Node item : list.getValue()) {
        scalar(item, "the items of a list must be address blocks").ifPresent(items::add);
      }
      return items.size() == list.getValue().size()
          ? Optional.of(new GivenParam(name.get(), items, true))
          : Optional.empty();
    }
    return scalar(tuple.getValueNode(), "the value of a parameter must be a scalar or a list")
        .map(value -> new GivenParam(name.get(), List.of(value), false));
  }

  /** Returns the text of a scalar, whatever type YAML gives it: `no` is not a Boolean here. */
  private Optional<Word> scalar(Node node, String wanted) {
    if (node instanceof ScalarNode scalar && !isNull(scalar)) {
      return Optional.of(new Word(scalar.getValue(), false, new NodeSpan(where(node))));
    }
    problems.add(Diagnostic.error(Code.ZC0117, where(node), wanted));
    return Optional.empty();
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private Span where(Node node) {
    return at(node.getStartMark(), node.getEndMark());
  }

  /** Converts marks, which count code points, to a span, which counts chars. */
  private Span at(Mark from, Mark to) {
    String content = source.content();
    int most = content.codePointCount(0, content.length());
    int start = content.offsetByCodePoints(0, Math.min(from.getIndex(), most));
    int end = content.offsetByCodePoints(0, Math.min(to.getIndex(), most));
    return new Span(source, start, Math.max(start, end));
  }
}

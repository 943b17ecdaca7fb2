package dev.zonec.grammar.tree;

import java.util.List;

/**
 * A query such as {@code web ~> redis : http}.
 *
 * @param from where connections begin
 * @param path whether paths of any length are meant ({@code ~>}) rather than one connection
 * @param to where they end
 * @param services what is opened
 * @param parts what else the paths have to be like
 */
public record QueryTree(End from, boolean path, End to, Services services, List<Part> parts)
    implements QuestionTree {
  /** Copies the parts. */
  public QueryTree {
    parts = List.copyOf(parts);
  }

  /** What paths have to be like. */
  public sealed interface Part extends Node {

    /** {@code within n hops}. */
    record Within(Word hops, NodeSpan nodeSpan) implements Part {}

    /** {@code via ends}. */
    record Via(List<End> ends, NodeSpan nodeSpan) implements Part {}

    /** {@code avoiding ends}. */
    record Avoiding(List<End> ends, NodeSpan nodeSpan) implements Part {}
  }

  /** One end of a query. */
  public sealed interface End extends Node {

    /** {@code *}. */
    record Anywhere(NodeSpan nodeSpan) implements End {}

    /** A zone, an external, {@code namespace/workload} or an address: its text tells. */
    record Named(Word word) implements End {
      @Override
      public NodeSpan nodeSpan() {
        return word.nodeSpan();
      }
    }

    /** {@code namespace/workload[version=2]}: the pods of a workload that have labels. */
    record Part(Word word, List<RequirementTree> requirements, NodeSpan nodeSpan) implements End {
      /** Copies the requirements. */
      public Part {
        requirements = List.copyOf(requirements);
      }
    }

    /**
     * {@code pods(app=x) in namespace(y)}.
     *
     * @param namespace the namespace; none means any
     */
    record Pods(List<RequirementTree> requirements, List<Word> namespace, NodeSpan nodeSpan)
        implements End {}
  }
}

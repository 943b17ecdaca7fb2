package dev.zonec.grammar.tree;

import java.util.List;

/**
 * A query such as {@code web ~> redis : http}.
 *
 * @param from the first end
 * @param path whether the query is about paths ({@code ~>}) instead of single connections
 * @param to the second end
 * @param services the services
 * @param parts the conditions on paths
 */
public record QueryTree(End from, boolean path, End to, Services services, List<Part> parts)
    implements QuestionTree {
  /** Copies the parts. */
  public QueryTree {
    parts = List.copyOf(parts);
  }

  /** A condition on paths. */
  public sealed interface Part extends Node {

    /** {@code within n hops}. */
    record Within(Word hops, NodeSpan nodeSpan) implements Part {}

    /** {@code via ends}. */
    record Via(List<End> ends, NodeSpan nodeSpan) implements Part {}

    /** {@code avoiding ends}. */
    record Avoiding(List<End> ends, NodeSpan nodeSpan) implements Part {}
  }

  /** An end of a query. */
  public sealed interface End extends Node {

    /** {@code *}. */
    record Anywhere(NodeSpan nodeSpan) implements End {}

    /** A zone, an external, {@code namespace/workload} or an address, depending on the word. */
    record Named(Word word) implements End {
      @Override
      public NodeSpan nodeSpan() {
        return word.nodeSpan();
      }
    }

    /** {@code namespace/workload[version=2]}: the pods of a workload with these labels. */
    record Part(Word word, List<RequirementTree> requirements, NodeSpan nodeSpan) implements End {
      /** Copies the requirements. */
      public Part {
        requirements = List.copyOf(requirements);
      }
    }

    /**
     * {@code pods(app=x) in namespace(y)}, or {@code pods in namespace(y)}.
     *
     * @param requirements the labels of the pods; none for every pod
     * @param namespace the namespace; empty for any
     */
    record Pods(List<RequirementTree> requirements, List<Word> namespace, NodeSpan nodeSpan)
        implements End {}
  }
}

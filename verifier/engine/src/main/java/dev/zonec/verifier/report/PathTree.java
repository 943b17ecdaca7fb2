package dev.zonec.verifier.report;

import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes paths as trees: one for each source, in which paths that begin alike share their first
 * hops.
 *
 * @param origins the origins of the policies
 * @param boxes whether lines are drawn with box characters; otherwise with those of ASCII
 */
public record PathTree(PolicyOrigins origins, boolean boxes) {
  /** An end with the hops that leave it. */
  private static final class Branch {
    private final Map<Answer.Hop, Branch> hops = new LinkedHashMap<>();
  }

  /** Returns the lines. */
  public List<String> lines(List<Answer.Path> paths) {
    Map<AnswerEnd, Branch> roots = new LinkedHashMap<>();
    for (Answer.Path path : paths) {
      Branch at = roots.computeIfAbsent(path.hops().getFirst().from(), source -> new Branch());
      for (Answer.Hop hop : path.hops()) {
        at = at.hops.computeIfAbsent(hop, each -> new Branch());
      }
    }
    TreeLines tree = new TreeLines(boxes);
    List<String> lines = new ArrayList<>();
    roots.forEach(
        (source, root) -> {
          lines.add(source.label());
          add(root, "", tree, lines);
        });
    return lines;
  }

  private void add(Branch branch, String indent, TreeLines tree, List<String> lines) {
    int left = branch.hops.size();
    for (Map.Entry<Answer.Hop, Branch> each : branch.hops.entrySet()) {
      left--;
      Answer.Hop hop = each.getKey();
      boolean last = left == 0;
      String below = indent + tree.below(last);
      lines.add(indent + tree.branch(last) + hop.ports() + tree.arrow() + hop.to().label());
      String rules = below + tree.below(each.getValue().hops.isEmpty());
      new SideText(false, AnswerText.connection(hop), origins)
          .sides(hop.decision())
          .forEach(side -> lines.add(rules + side.substring(2)));
      add(each.getValue(), below, tree, lines);
    }
  }
}

package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.finding.FindingHop;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the paths of findings as trees, like {@link PathTree} those of answers.
 *
 * @param origins the origins of the policies
 * @param boxes whether lines are drawn with box characters; otherwise with those of ASCII
 */
public record FindingTrees(PolicyOrigins origins, boolean boxes) {
  /**
   * Returns the diagnostics with trees instead of lists of connections.
   *
   * @param diagnostics diagnostics of findings
   * @param findings these findings, and perhaps others
   */
  public List<Diagnostic> in(List<Diagnostic> diagnostics, List<Finding> findings) {
    Map<Note, Note> trees = new HashMap<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Violation violation && !violation.hops().isEmpty()) {
        trees.put(HopText.path(violation.hops(), origins), tree(violation.hops()));
      }
    }
    return diagnostics.stream().map(each -> drawn(each, trees)).toList();
  }

  private static Diagnostic drawn(Diagnostic diagnostic, Map<Note, Note> trees) {
    return diagnostic.withNotes(
        diagnostic.notes().stream().map(note -> trees.getOrDefault(note, note)).toList());
  }

  private Note tree(List<FindingHop> hops) {
    TreeLines tree = new TreeLines(boxes);
    List<String> lines = new ArrayList<>();
    lines.add(HopText.source(hops.getFirst().hop()));
    String indent = "";
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i).hop();
      boolean last = i + 1 == hops.size();
      String relabelled =
          i == 0 || hop.relabelled().isEmpty()
              ? ""
              : "relabelled " + RelabellingText.text(hop.relabelled()) + ", ";
      lines.add(
          indent
              + tree.branch(true)
              + relabelled
              + hop.transport()
              + tree.arrow()
              + hop.to().label());
      indent += tree.below(true);
      String rules = indent + tree.below(last);
      new SideText(false, hop.connection(), origins)
          .sides(hop.decision())
          .forEach(side -> lines.add(rules + side.substring(2)));
    }
    return new Note("path", String.join("\n", lines));
  }
}

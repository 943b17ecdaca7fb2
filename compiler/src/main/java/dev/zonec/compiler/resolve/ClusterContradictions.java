package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement.ClusterRange;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.FoundEnds.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the addresses that {@code cluster} declares with the addresses that were found, and
 * warns about differences. The declared addresses count. Nodes outside of the declared range are
 * reported elsewhere, with the other addresses of the world.
 */
final class ClusterContradictions {
  private final ClusterDeclaration cluster;
  private final List<Diagnostic> problems = new ArrayList<>();

  private ClusterContradictions(ClusterDeclaration cluster) {
    this.cluster = cluster;
  }

  static List<Diagnostic> of(ClusterDeclaration cluster, FoundEnds found) {
    ClusterContradictions contradictions = new ClusterContradictions(cluster);
    contradictions.apiserver(found.apiserver());
    contradictions.amongPods(found.nodes(), "the node");
    contradictions.amongPods(found.apiserver(), "the API server");
    return contradictions.problems;
  }

  private void apiserver(List<Found> found) {
    @Nullable Span line = cluster.lines().get(ClusterRange.APISERVER);
    List<Found> others = found.stream().filter(each -> !isIn(each, cluster.apiserver())).toList();
    if (line == null || others.isEmpty()) {
      return;
    }
    String addresses =
        others.stream().map(each -> each.address().toString()).collect(Collectors.joining(", "));
    String blocks =
        others.stream()
            .map(each -> Cidr.only(each.address()).toString())
            .collect(Collectors.joining(", "));
    Found first = others.getFirst();
    problems.add(
        Diagnostic.warning(
                Code.ZC0540,
                line,
                "the API server has the address "
                    + addresses
                    + ", which `cluster` does not declare")
            .labelled("this is what `apiserver` means")
            .also(first.span(), first.owner() + " lists " + first.address())
            .help("if that is this cluster's, declare it: `cluster { apiserver " + blocks + " }`"));
  }

  private void amongPods(List<Found> found, String end) {
    @Nullable Span line = cluster.lines().get(ClusterRange.PODS);
    Optional<Found> first =
        found.stream().filter(each -> isIn(each, cluster.ranges().pods())).findFirst();
    if (line != null && first.isPresent()) {
      Found inside = first.get();
      problems.add(
          Diagnostic.warning(Code.ZC0540, line, end + " at " + inside.address() + " is no pod")
              .labelled("declared as addresses of pods")
              .also(inside.span(), inside.owner() + " shows " + inside.address())
              .help("declare the ranges that pods have their addresses from, and no others"));
    }
  }

  private static boolean isIn(Found found, List<Cidr> blocks) {
    return blocks.stream().anyMatch(block -> block.contains(found.address()));
  }
}

package dev.zonec.compiler.lint;

import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration.Expiry;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds redundant flows: other flows allow all of its connections for at least as long. Of two
 * equal flows, the later one is redundant. The fix deletes a flow without attributes and comments.
 */
final class RedundantFlows implements Check.OfProgram {
  /** How many of the flows are shown that allow the connections of a redundant one. */
  private static final int MOST_SHOWN = 4;

  private static final Comparator<Span> BY_PLACE =
      Comparator.comparing((Span span) -> span.source().name()).thenComparingInt(Span::start);

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1001);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    List<FlowDeclaration> declared = subject.resolved().flows();
    Map<Span, List<Flow>> meant = new HashMap<>();
    PartyCover parties = new PartyCover(subject.lowered().program().patterns());
    for (Flow flow : subject.lowered().program().widestFlows()) {
      if (!flow.implied()) {
        meant.computeIfAbsent(flow.span(), span -> new ArrayList<>()).add(flow);
      }
    }
    Set<Span> bare = new LinkedHashSet<>();
    subject
        .statements(Statement.Allow.class)
        .filter(flow -> flow.attributes().isEmpty())
        .forEach(flow -> bare.add(flow.span()));
    bare.removeAll(subject.commented());
    Map<FlowDeclaration, Set<Span>> found = new LinkedHashMap<>();
    List<FlowDeclaration> left = new ArrayList<>(declared);
    Set<Span> asked = new HashSet<>();
    for (FlowDeclaration flow : declared.reversed()) {
      // A statement with ports for each destination is several flows. It is redundant if all of
      // them are.
      if (!asked.add(flow.span())) {
        continue;
      }
      Set<Span> by = new LinkedHashSet<>();
      List<FlowDeclaration> others =
          left.stream()
              .filter(other -> !other.span().equals(flow.span()) && outlives(other, flow))
              .toList();
      if (shadowed(meant.getOrDefault(flow.span(), List.of()), others, meant, parties, by)) {
        left.removeIf(other -> other.span().equals(flow.span()));
        found.put(flow, by);
      }
    }
    Set<Span> stay = left.stream().map(FlowDeclaration::span).collect(Collectors.toSet());
    found.forEach(
        (flow, by) -> {
          by.retainAll(stay);
          findings.accept(finding(flow, by, bare.contains(flow.span())));
        });
  }

  private static boolean shadowed(
      List<Flow> flows,
      List<FlowDeclaration> others,
      Map<Span, List<Flow>> meant,
      PartyCover parties,
      Set<Span> by) {
    for (Flow flow : flows) {
      List<Service> services = new ArrayList<>();
      for (FlowDeclaration other : others) {
        for (Flow wider : meant.getOrDefault(other.span(), List.of())) {
          if (parties.covers(wider, flow)) {
            services.add(wider.service());
            by.add(wider.span());
          }
        }
      }
      if (!PortCover.covers(services, flow.service())) {
        return false;
      }
    }
    return !flows.isEmpty();
  }

  private static boolean outlives(FlowDeclaration other, FlowDeclaration flow) {
    return switch (other.expiry()) {
      case Expiry.Never() -> true;
      case Expiry.On(var end, var span) ->
          flow.expiry() instanceof Expiry.On(var own, var at) && !own.isAfter(end);
    };
  }

  private static Finding finding(FlowDeclaration flow, Set<Span> by, boolean bare) {
    Diagnostic problem =
        Diagnostic.warning(
                Code.ZC1001,
                flow.span(),
                "the flow is redundant: other flows allow the same connections")
            .help(
                by.size() == 1
                    ? "delete it, or narrow the wider flow"
                    : "delete it, or narrow the wider flows");
    List<Span> wider = by.stream().sorted(BY_PLACE).toList();
    for (Span other : wider.subList(0, Math.min(MOST_SHOWN, wider.size()))) {
      problem =
          problem.also(
              other, wider.size() == 1 ? "allows the same connections" : "allows some of them");
    }
    if (wider.size() > MOST_SHOWN) {
      problem = problem.note("and " + (wider.size() - MOST_SHOWN) + " more flows");
    }
    return new Finding(problem, bare ? List.of(Edit.deletion(flow.span())) : List.of());
  }
}

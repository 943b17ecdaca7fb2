package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarServices;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the services of a query, which is not part of the program's sources. */
public final class QueryServices {
  private final Map<String, Service> known;
  private final Problems problems;

  /**
   * @param known the program's services by name
   * @param problems collects malformed ports and unknown services
   */
  public QueryServices(Map<String, Service> known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /**
   * Returns the ports of {@code services}. If all terms are malformed, which is reported, the
   * result is every port.
   */
  public Service resolve(Services services) {
    return switch (services) {
      case Services.Anything() -> new Service.Anything();
      case Services.Listed(List<ServiceTerm> terms) -> {
        Set<PortClause> clauses = new LinkedHashSet<>();
        terms.forEach(term -> add(term, clauses));
        yield clauses.isEmpty() ? new Service.Anything() : new Service.Listed(List.copyOf(clauses));
      }
    };
  }

  private void add(ServiceTerm term, Set<PortClause> clauses) {
    if (term instanceof ServiceTerm.Plain(Word name) && !PortResolution.isPort(term)) {
      Service service = known.get(name.text());
      if (service instanceof Service.Listed(List<PortClause> some)) {
        clauses.addAll(some);
      } else {
        problems.add(unknown(name));
      }
    } else {
      new PortResolution(problems).resolve(term).ifPresent(clauses::add);
    }
  }

  private Diagnostic unknown(Word name) {
    if (FamiliarServices.isUngoverned(name.text())) {
      return Diagnostic.error(
              Code.ZC0309, name.span(), "NetworkPolicies cannot match `" + name + "`")
          .labelled("they support TCP, UDP and SCTP only")
          .note("the network plugin decides whether to allow it")
          .help("ask about ports, such as `: tcp/8080`, or remove `: " + name + "`");
    }
    Diagnostic problem =
        Diagnostic.error(Code.ZC0204, name.span(), "unknown service `" + name + "`")
            .labelled("not a service of the program");
    return NearestName.to(name.text(), known.keySet())
        .map(nearest -> "did you mean `" + nearest + "`?")
        .or(() -> FamiliarServices.helpInQuestion(name.text()))
        .map(problem::help)
        .orElse(problem);
  }
}

package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Claim;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A service that no flow, assertion or other service names. */
final class UnusedServices implements Check.OfProgram {
  /** What {@code dns allow} means by this name is the program's own service. */
  private static final String NAMED_BY_DEFAULTS = "dns";

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1003);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<String> used = new HashSet<>();
    used.add(NAMED_BY_DEFAULTS);
    subject
        .statements(Statement.class)
        .flatMap(UnusedServices::terms)
        .forEach(
            term -> {
              if (term instanceof ServiceTerm.Plain(Word word)) {
                used.add(word.text());
              }
            });
    subject
        .statements(Statement.Service.class)
        .map(Statement.Service::name)
        .filter(name -> !used.contains(name.text()))
        .forEach(
            name ->
                findings.accept(
                    Finding.of(
                        Diagnostic.warning(
                                Code.ZC1003,
                                name.span(),
                                "no flow and no assertion names the service `" + name + "`")
                            .help("delete it"))));
  }

  private static Stream<ServiceTerm> terms(Statement statement) {
    return switch (statement) {
      case Statement.Service s -> s.terms().stream();
      case Statement.Allow s -> terms(s.services()).stream();
      case Statement.Assert s -> terms(s.claim()).stream();
      case Statement.Module s -> Stream.of();
      case Statement.Cluster s -> Stream.of();
      case Statement.Defaults s -> Stream.of();
      case Statement.Assume s -> Stream.of();
      case Statement.Import s -> Stream.of();
      case Statement.Param s -> Stream.of();
      case Statement.When s -> s.body().stream().flatMap(UnusedServices::terms);
      case Statement.Trust s -> Stream.of();
      case Statement.Disjoint s -> Stream.of();
      case Statement.Waive s ->
          s.waived() instanceof Waived.Connections w ? terms(w.services()).stream() : Stream.of();
      case Statement.Zone s -> Stream.of();
      case Statement.External s -> Stream.of();
    };
  }

  private static List<ServiceTerm> terms(Claim claim) {
    return switch (claim) {
      case Claim.Never c -> terms(c.services());
      case Claim.NoPath c -> List.of();
      case Claim.Only c -> terms(c.services());
      case Claim.Isolated c -> List.of();
      case Claim.Reachable c -> terms(c.services());
      case Claim.TiersAdjacent c -> List.of();
    };
  }

  private static List<ServiceTerm> terms(Services services) {
    return switch (services) {
      case Services.Anything() -> List.of();
      case Services.Listed(var terms) -> terms;
    };
  }
}

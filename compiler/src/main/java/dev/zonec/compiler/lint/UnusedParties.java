package dev.zonec.compiler.lint;

import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds zones and externals that no flow, assertion or other zone names. */
final class UnusedParties implements Check.OfProgram {
  /** Names that {@code dns allow} uses, even if the program declares them itself. */
  private static final List<String> NAMED_BY_DEFAULTS = List.of("dns", "nodelocaldns");

  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1002);
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<String> used = new HashSet<>(NAMED_BY_DEFAULTS);
    subject
        .statements(Statement.class)
        .flatMap(NamedParties::statement)
        .forEach(word -> used.add(word.text()));
    // The zone of all pods of a `foreach` is used by the statement itself.
    subject.resolved().blocks().forEach(block -> used.add(block.zones().getFirst()));
    Set<Span> own = new HashSet<>();
    subject.statements(Statement.External.class).forEach(e -> own.add(e.name().span()));
    Stream.concat(
            subject.resolved().zones().stream(),
            subject.resolved().externals().stream().filter(e -> own.contains(e.span())))
        .filter(party -> !used.contains(party.name()))
        .forEach(party -> findings.accept(unused(party)));
  }

  private static Finding unused(PartyDeclaration party) {
    Diagnostic problem =
        Diagnostic.warning(
            Code.ZC1002, party.span(), "no flow and no assertion names `" + party.name() + "`");
    return Finding.of(
        switch (party) {
          case PartyDeclaration.Zone zone ->
              problem
                  .labelled("its pods have no flows of their own, and no assertion is about them")
                  .help(
                      "declare the flows that they need, assert `isolated "
                          + zone.name()
                          + "`, or delete it");
          case PartyDeclaration.Addresses addresses -> problem.help("delete it");
          case PartyDeclaration.Anyone everyone -> problem.help("delete it");
          case PartyDeclaration.Except part -> problem.help("delete it");
          case PartyDeclaration.Other other -> problem.help("delete it");
          case PartyDeclaration.ForeignPods foreign -> problem.help("delete it");
          case PartyDeclaration.Imported imported -> problem.help("delete it");
        });
  }
}

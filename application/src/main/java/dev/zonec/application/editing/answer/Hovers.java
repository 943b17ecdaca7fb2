package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.AssertionState;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.Occurrence;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Party;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes what is at a position. */
public final class Hovers {
  private static final int MOST_WORKLOADS = 10;

  private final ProgramState state;
  private final Optional<ProofState> proofs;

  private Hovers(ProgramState state, Optional<ProofState> proofs) {
    this.state = state;
    this.proofs = proofs;
  }

  /**
   * Describes the name at {@code offset} of the source {@code file}, or the flow whose keyword or
   * arrow is there.
   */
  public static Optional<Hover> at(
      ProgramState state, Optional<ProofState> proofs, Path file, int offset) {
    Hovers hovers = new Hovers(state, proofs);
    return state.references().at(file, offset).map(hovers::of).or(() -> hovers.flow(file, offset));
  }

  private Hover of(Occurrence occurrence) {
    Declaration declaration = occurrence.declaration();
    Statement statement = declaration.statement();
    List<String> parts = new ArrayList<>();
    parts.add("```zone\n" + StatementText.head(statement) + "\n```");
    if (declaration.kind() != Declaration.Kind.TIER && !statement.docs().isEmpty()) {
      parts.add(String.join("\n", statement.docs()));
    }
    if (declaration.builtIn()) {
      parts.add("Built in.");
    }
    switch (declaration.kind()) {
      case ZONE, EXTERNAL -> members(declaration).ifPresent(parts::add);
      case ASSERTION -> parts.addAll(verdict(declaration));
      case MODULE, ALIAS, PARAM, SERVICE, TIER -> {}
    }
    return new Hover(occurrence.span(), String.join("\n\n", parts));
  }

  private Optional<String> members(Declaration declaration) {
    if (state.deployment().content().isEmpty()) {
      return Optional.empty();
    }
    DeployedNames deployed = DeployedNames.of(state);
    Set<String> names = new LinkedHashSet<>();
    boolean known = false;
    for (var variant : state.variants()) {
      for (Party party : variant.program().parties()) {
        if (party.span().equals(declaration.span())
            && !(party instanceof Party.Addresses)
            && !(party instanceof Party.Others)) {
          known = true;
          deployed.members(party).stream().map(Workload::label).forEach(names::add);
        }
      }
    }
    if (!known) {
      return Optional.empty();
    }
    if (names.isEmpty()) {
      return Optional.of("No workload of the manifests.");
    }
    StringBuilder text =
        new StringBuilder(Counted.of(names.size(), "workload")).append(" of the manifests:\n");
    names.stream()
        .limit(MOST_WORKLOADS)
        .forEach(name -> text.append("\n- `").append(name).append('`'));
    if (names.size() > MOST_WORKLOADS) {
      text.append("\n- and ").append(names.size() - MOST_WORKLOADS).append(" more");
    }
    return Optional.of(text.toString());
  }

  private List<String> verdict(Declaration declaration) {
    Optional<AssertionState> known =
        proofs
            .filter(each -> each.state().isSame(state))
            .map(each -> each.assertions().get(declaration.name()));
    if (known.isEmpty()) {
      return List.of("**not proved yet**");
    }
    AssertionState verdict = known.get();
    List<String> parts = new ArrayList<>();
    parts.add(
        "**"
            + verdict.standing().word()
            + "**"
            + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason())
            + (verdict.workloads().isEmpty()
                ? ""
                : " · "
                    + Counted.of(verdict.workloads().size(), "workload")
                    + " of the manifests in its zones"));
    if (!verdict.assumptions().isEmpty()) {
      parts.add("Assuming:\n" + "\n- " + String.join("\n- ", verdict.assumptions()));
    }
    return parts;
  }

  private Optional<Hover> flow(Path file, int offset) {
    Optional<PartialSource> source =
        state.references().program().source(file).map(Map.Entry::getValue);
    return source.flatMap(
        partial ->
            Statements.all(partial.file().statements())
                .filter(Statement.Allow.class::isInstance)
                .map(Statement::span)
                .filter(span -> span.start() <= offset && offset < span.end())
                .findFirst()
                .flatMap(this::rules));
  }

  private Optional<Hover> rules(Span flow) {
    List<String> rules = FlowRules.of(state, flow);
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Hover(flow, "Compiles to\n\n```yaml\n" + String.join("\n", rules) + "\n```"));
  }
}

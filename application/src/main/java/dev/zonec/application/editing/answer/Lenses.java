package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.AssertionState;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the lines that editors show above assertions. */
public final class Lenses {
  private Lenses() {}

  /**
   * A line above a statement.
   *
   * @param span the statement
   * @param text the line
   * @param violated the name of the assertion, if {@link Violations} shows why it does not hold
   */
  public record Lens(Span span, String text, Optional<String> violated) {}

  /**
   * Returns the verdict on each assertion of the source {@code file}, with the number of workloads
   * in its zones, and a line to ask why, if it does not hold. Assertions of imported modules have
   * none: another program claims them.
   */
  public static List<Lens> of(ProgramState state, Optional<ProofState> proofs, Path file) {
    Optional<ProofState> current = proofs.filter(known -> known.state().isSame(state));
    List<Lens> lenses = new ArrayList<>();
    state
        .references()
        .program()
        .source(file)
        .ifPresent(
            source ->
                Statements.all(source.getValue().file().statements())
                    .filter(Statement.Assert.class::isInstance)
                    .map(Statement.Assert.class::cast)
                    .forEach(
                        each -> {
                          String name = each.name().text();
                          lenses.add(
                              new Lens(each.span(), text(state, current, name), Optional.empty()));
                          if (Violations.exist(current, name)) {
                            lenses.add(new Lens(each.span(), "run why", Optional.of(name)));
                          }
                        }));
    return lenses;
  }

  private static String text(ProgramState state, Optional<ProofState> proofs, String name) {
    if (state.variants().isEmpty()) {
      return "not proved: the program has errors";
    }
    if (proofs.isEmpty()) {
      return "not proved yet";
    }
    AssertionState verdict = proofs.get().assertions().get(name);
    if (verdict == null) {
      return "not proved";
    }
    String workloads =
        verdict.workloads().isEmpty()
            ? ""
            : " · " + Counted.of(verdict.workloads().size(), "workload");
    return verdict.standing().word() + workloads;
  }
}

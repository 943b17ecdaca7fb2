package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.ProofState;
import dev.zonec.application.editing.program.Proving;
import dev.zonec.compiler.lint.Finding;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the changes that diagnostics propose. */
public final class Fixes {
  private Fixes() {}

  /**
   * A proposed change.
   *
   * @param title what it does
   * @param problem the problem that it solves
   * @param edits the replaced characters, all in texts of the program
   */
  public record Fix(String title, Diagnostic problem, List<Edit> edits) {
    /** Copies the edits. */
    public Fix {
      edits = List.copyOf(edits);
    }
  }

  /** Returns the changes for the problems that touch the given characters of {@code file}. */
  public static List<Fix> at(
      ProgramState state, Optional<ProofState> proofs, Path file, int start, int end) {
    Optional<ProofState> current = proofs.filter(known -> known.state().isSame(state));
    List<Fix> fixes = new ArrayList<>();
    for (Diagnostic problem : Proving.diagnostics(state, current)) {
      if (touches(state, problem, file, start, end)) {
        for (Note note : problem.notes()) {
          if (!note.edits().isEmpty()) {
            fixes.add(new Fix(title(note), problem, note.edits()));
          }
        }
      }
    }
    current.ifPresent(
        known -> {
          for (Finding finding : known.findings()) {
            Diagnostic problem = finding.diagnostic();
            if (finding.fixable() && touches(state, problem, file, start, end)) {
              fixes.add(new Fix(title(finding), problem, finding.fix()));
            }
          }
        });
    return fixes;
  }

  private static boolean touches(
      ProgramState state, Diagnostic problem, Path file, int start, int end) {
    return problem.place() instanceof Place.At(var span)
        && span.start() <= end
        && start <= span.end()
        && state.file(span.source()).equals(Optional.of(file));
  }

  private static String title(Note note) {
    Edit edit = note.edits().getFirst();
    return edit.replacement().isEmpty()
        ? "Delete `" + edit.span().text().strip() + "`"
        : "Replace `" + edit.span().text() + "` by `" + edit.replacement() + "`";
  }

  private static String title(Finding finding) {
    boolean deletes = finding.fix().stream().allMatch(edit -> edit.replacement().isBlank());
    return (deletes ? "Delete it: " : "Fix: ") + finding.diagnostic().message();
  }
}

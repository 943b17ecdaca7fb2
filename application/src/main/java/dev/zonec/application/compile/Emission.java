package dev.zonec.application.compile;

import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/** What became of compiled policies. */
public sealed interface Emission {
  /** They are not proved, and go nowhere. */
  record Refused(Validation.NotProved why) implements Emission {}

  /** The caller shows them. */
  record Shown(String text) implements Emission {}

  /** The folder contains them. */
  record Written(Path folder, int policies, List<Diagnostic> warnings) implements Emission {}

  /** They cannot be written, and the folder is unchanged. */
  record Failed(List<Diagnostic> problems) implements Emission {}

  /**
   * The folder was compared with them.
   *
   * @param policies their number
   * @param differences an error for the folder if it is not up to date, and warnings
   * @param files an error for each file that is not up to date, and warnings, if they are wanted
   */
  record Compared(Path folder, int policies, List<Diagnostic> differences, List<Diagnostic> files)
      implements Emission {
    /** Returns whether the folder is up to date. */
    public Conclusion conclusion() {
      return Conclusion.of(differences.stream().anyMatch(Diagnostic::isError), true);
    }
  }

  /** Returns problems and differences of the folder, for a report. */
  default List<Diagnostic> ofFolder() {
    return switch (this) {
      case Refused refused -> List.of();
      case Shown shown -> List.of();
      case Written written -> written.warnings();
      case Failed failed -> failed.problems();
      case Compared compared -> compared.files();
    };
  }
}

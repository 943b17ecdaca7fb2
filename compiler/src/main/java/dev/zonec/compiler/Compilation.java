package dev.zonec.compiler;

import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/** What came of compiling a program. */
public sealed interface Compilation {
  /**
   * The program is compiled.
   *
   * @param program what it means
   * @param alike what else it means, where values of parameters are open that make no difference to
   *     the policies
   * @param owner whose the policies are
   * @param policies what enforces it, by namespace and name
   * @param warnings in the order of the sources
   */
  record Compiled(
      ZoneProgram program,
      List<ZoneProgram> alike,
      Owner owner,
      List<PolicyFile> policies,
      List<Diagnostic> warnings)
      implements Compilation {
    /** Copies the lists. */
    public Compiled {
      alike = List.copyOf(alike);
      policies = List.copyOf(policies);
      warnings = List.copyOf(warnings);
    }

    /** All policies as one YAML stream. */
    public String stream() {
      return String.join("---\n", policies.stream().map(PolicyFile::text).toList());
    }
  }

  /**
   * It cannot be.
   *
   * @param problems at least one error, and the warnings, in the order of the sources
   */
  record Rejected(List<Diagnostic> problems) implements Compilation {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}

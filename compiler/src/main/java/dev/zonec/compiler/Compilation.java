package dev.zonec.compiler;

import dev.zonec.compiler.admission.AdmissionPolicies;
import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;

/** The outcome of compiling a program. */
public sealed interface Compilation {
  /**
   * The program was compiled.
   *
   * @param program the program's model
   * @param alike models for other values of parameters that have no value, which lead to the same
   *     policies
   * @param owner the owner of the policies
   * @param policies the policies, by namespace and name
   * @param warnings the warnings, in the order of the sources
   * @param suppressed the warnings that comments suppress
   */
  record Compiled(
      ZoneProgram program,
      List<ZoneProgram> alike,
      Owner owner,
      List<PolicyFile> policies,
      List<Diagnostic> warnings,
      List<Suppressed> suppressed)
      implements Compilation {
    /** Copies the lists. */
    public Compiled {
      alike = List.copyOf(alike);
      policies = List.copyOf(policies);
      warnings = List.copyOf(warnings);
      suppressed = List.copyOf(suppressed);
    }

    /** Returns the same, with the admission policies that enforce declared trust in labels. */
    public Compiled withAdmissionPolicies() {
      List<PolicyFile> all = new ArrayList<>(policies);
      all.addAll(AdmissionPolicies.files(program, owner));
      return new Compiled(program, alike, owner, all, warnings, suppressed);
    }

    /** Returns all policies as one YAML stream. */
    public String stream() {
      return String.join("---\n", policies.stream().map(PolicyFile::text).toList());
    }
  }

  /**
   * The program has errors.
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

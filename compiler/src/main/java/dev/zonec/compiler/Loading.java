package dev.zonec.compiler;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of reading a program. */
public sealed interface Loading {
  /**
   * The program makes sense.
   *
   * @param program what it means
   * @param services its services by name, the prelude's included; for queries
   * @param warnings in the order of the sources
   */
  record Loaded(ZoneProgram program, SortedMap<String, Service> services, List<Diagnostic> warnings)
      implements Loading {
    /** Copies the collections. */
    public Loaded {
      services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It does not.
   *
   * @param problems at least one error, and the warnings, in the order of the sources
   */
  record Rejected(List<Diagnostic> problems) implements Loading {
    /** Copies the problems. */
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}

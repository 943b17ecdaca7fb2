package dev.zonec.application.core;

import dev.zonec.application.verify.Verify;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of claims: those of assertions, and those that the JSON of {@code verify} gives. */
public final class ClaimNames {
  static final String NO_UNDECLARED_CONNECTION = "no-undeclared-connection";
  static final String NO_BLOCKED_FLOW = "no-blocked-flow";
  static final String NO_UNDECLARED_PATH = "no-undeclared-path";

  private static final List<String> STANDING =
      List.of(NO_UNDECLARED_CONNECTION, NO_BLOCKED_FLOW, NO_UNDECLARED_PATH);

  private ClaimNames() {}

  /** Returns an error for each of {@code names} that no variant of the program has. */
  public static List<Diagnostic> problems(Verify.Ready ready, List<String> names) {
    Set<String> known = new TreeSet<>();
    ready.variants().forEach(variant -> known.addAll(assertions(variant.program())));
    List<Diagnostic> problems = new ArrayList<>();
    for (String name : names) {
      if (!known.contains(name) && !STANDING.contains(name)) {
        Diagnostic unknown =
            Diagnostic.error(Code.ZC1505, "the program has no assertion or claim `" + name + "`");
        problems.add(
            NearestName.to(name, known, STANDING)
                .map(near -> unknown.help("did you mean `" + near + "`?"))
                .orElseGet(
                    () ->
                        unknown.help(
                            "the claims are "
                                + String.join(", ", STANDING)
                                + (known.isEmpty() ? "" : ", " + String.join(", ", known)))));
      }
    }
    return problems;
  }

  private static List<String> assertions(ZoneProgram program) {
    List<String> names = new ArrayList<>();
    program.assertions().stream().map(Assertion::name).forEach(names::add);
    program
        .patterns()
        .forEach(pattern -> pattern.claims().stream().map(Assertion::name).forEach(names::add));
    return names;
  }
}

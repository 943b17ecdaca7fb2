package dev.zonec.application.core;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.core.Core;
import dev.zonec.verifier.core.CoreSearch;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Explains what claims of a variant rest on. What is not decided at the deadline is undecided. */
public final class ExplainClaims {
  private final Verification verification;
  private final ExplainRequest request;

  private ExplainClaims(ExplainRequest request) {
    this.verification = request.verified().verification();
    this.request = request;
  }

  /** Returns an explanation for each claim of {@code request} and each instance of it. */
  public static List<ExplainedClaim> of(ExplainRequest request) {
    ExplainClaims explain = new ExplainClaims(request);
    List<ExplainedClaim> all = new ArrayList<>();
    request.names().stream().distinct().forEach(name -> all.addAll(explain.named(name)));
    return all;
  }

  private List<ExplainedClaim> named(String name) {
    return switch (name) {
      case ClaimNames.NO_UNDECLARED_CONNECTION ->
          List.of(explained(new Claim.NoUndeclaredConnection(), List.of()));
      case ClaimNames.NO_BLOCKED_FLOW -> List.of(explained(new Claim.NoBlockedFlow(), List.of()));
      // It is proved only if there is no undeclared connection (decision 6).
      case ClaimNames.NO_UNDECLARED_PATH ->
          List.of(explained(new Claim.NoUndeclaredConnection(), List.of(name)));
      default -> assertions(name);
    };
  }

  private List<ExplainedClaim> assertions(String name) {
    ZoneProgram program = verification.program();
    List<ExplainedClaim> instances = new ArrayList<>();
    for (Assertion assertion : program.assertions()) {
      if (assertion.name().equals(name)) {
        instances.add(
            new ExplainedClaim.Explained(
                core(new Claim.Asserted(assertion)), namespace(assertion, program), List.of()));
      }
    }
    return instances.isEmpty() ? List.of(new ExplainedClaim.Absent(name)) : instances;
  }

  private ExplainedClaim explained(Claim claim, List<String> consequences) {
    return new ExplainedClaim.Explained(core(claim), Optional.empty(), consequences);
  }

  private Core core(Claim claim) {
    return CoreSearch.of(verification, claim, request.verified().result().assumed());
  }

  /**
   * Returns the namespace that an instance of a {@code foreach} is about: its zones are parts of
   * the zones of the program in this namespace.
   */
  private static Optional<String> namespace(Assertion assertion, ZoneProgram program) {
    for (Party party : assertion.parties()) {
      if (party instanceof Party.Zone zone && !program.zones().contains(zone)) {
        SortedSet<String> names = new TreeSet<>();
        for (PodSet.Term term : zone.pods().terms()) {
          if (term.namespaces() instanceof PodSet.NamespaceSet.Named(var some, var labels)) {
            names.addAll(some);
          }
        }
        if (names.size() == 1 && zone.name().endsWith(" of " + names.first())) {
          return Optional.of(names.first());
        }
      }
    }
    return Optional.empty();
  }
}

package dev.zonec.verifier.proof;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedContext;
import java.util.List;
import java.util.Set;

/**
 * What became of the acceptances of a run.
 *
 * @param violations the accepted violations that exist, at most one for an acceptance
 * @param vanished the acceptances that accept nothing, proved
 * @param namespaces the names of the namespaces that an acceptance can name
 * @param context what acceptances can rely on in the run; nothing if there are none to find
 */
public record AcceptedResult(
    List<AcceptedViolation> violations,
    List<Acceptance> vanished,
    Set<String> namespaces,
    AcceptedContext context) {
  /** The result of a run without acceptances. */
  public static final AcceptedResult NONE =
      new AcceptedResult(List.of(), List.of(), Set.of(), AcceptedContext.NONE);

  /** Copies the lists. */
  public AcceptedResult {
    violations = List.copyOf(violations);
    vanished = List.copyOf(vanished);
    namespaces = Set.copyOf(namespaces);
  }
}

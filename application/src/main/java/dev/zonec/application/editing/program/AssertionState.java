package dev.zonec.application.editing.program;

import dev.zonec.diagnostics.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The verdicts on an assertion for all variants of a program.
 *
 * @param standing the worst verdict
 * @param reason why it is open; empty for other verdicts
 * @param workloads the workloads of the manifests in the zones that it names
 * @param assumptions what the verdicts assume, one clause each
 * @param violations the findings about it, with their paths as trees
 */
public record AssertionState(
    Standing standing,
    String reason,
    SortedSet<String> workloads,
    List<String> assumptions,
    List<Diagnostic> violations) {
  /** A kind of verdict; later ones are worse. */
  public enum Standing {
    /** It is proved. */
    PROVED("proved"),
    /** It is proved except for what waivers excuse. */
    WAIVED("proved with waivers"),
    /** It is proved except for violations that are accepted. */
    ACCEPTED("proved except for accepted findings"),
    /** It is proved, and concerns no pod of the manifests. */
    VACUOUS("vacuous"),
    /** It is about a party that can have no member. */
    EMPTY("about an empty zone"),
    /** It is not known whether it holds. */
    INCONCLUSIVE("inconclusive"),
    /** It does not hold. */
    FAILED("failed");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /** Returns the verdict in words, as {@code verify} prints it. */
    public String word() {
      return word;
    }
  }

  /** Copies the collections. */
  public AssertionState {
    workloads = new TreeSet<>(workloads);
    assumptions = List.copyOf(assumptions);
    violations = List.copyOf(violations);
  }

  /** Returns the verdicts of both, of which the worse one counts. */
  AssertionState and(AssertionState other) {
    SortedSet<String> all = new TreeSet<>(workloads);
    all.addAll(other.workloads);
    List<String> assumed = new ArrayList<>(assumptions);
    other.assumptions.stream().filter(each -> !assumed.contains(each)).forEach(assumed::add);
    AssertionState worse = other.standing.compareTo(standing) > 0 ? other : this;
    List<Diagnostic> violated = new ArrayList<>(violations);
    other.violations.stream().filter(each -> !violated.contains(each)).forEach(violated::add);
    return new AssertionState(worse.standing, worse.reason, all, assumed, violated);
  }
}

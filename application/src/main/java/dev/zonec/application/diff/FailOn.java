package dev.zonec.application.diff;

import dev.zonec.application.report.Status;
import dev.zonec.verifier.diff.DifferenceSummary;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The differences that the user does not accept.
 *
 * @param kinds their kinds
 */
public record FailOn(Set<FailOn.Kind> kinds) {
  /** Kinds of differences. */
  public enum Kind {
    /** The new revision allows something that the old one does not. */
    MORE_PERMISSIVE,
    /** A path appears. */
    PATH,
    /** A verdict gets worse. */
    ASSERTION,
    /** Every difference. */
    ANY;

    /** Returns the kind with this name on the command line. */
    public static Kind named(String name) {
      return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the kinds. */
  public FailOn {
    kinds = Set.copyOf(kinds);
  }

  /** Returns the differences of these kinds. */
  public static FailOn of(List<Kind> kinds) {
    return new FailOn(Set.copyOf(kinds));
  }

  /** Whether differences of {@code kind} are not accepted. */
  public boolean includes(Kind kind) {
    return kinds.contains(Kind.ANY) || kinds.contains(kind);
  }

  /** Returns the status of a difference of {@code kind}. */
  Status status(Kind kind) {
    return includes(kind) ? Status.FAILED : Status.WARNING;
  }

  /** Whether a difference of the summary is not accepted. */
  public boolean fails(DifferenceSummary summary) {
    return (summary.more() && includes(Kind.MORE_PERMISSIVE))
        || (summary.path() && includes(Kind.PATH))
        || (summary.assertion() && includes(Kind.ASSERTION))
        || (summary.any() && includes(Kind.ANY));
  }
}

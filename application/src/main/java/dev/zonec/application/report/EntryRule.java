package dev.zonec.application.report;

import dev.zonec.diagnostics.Code;
import java.util.Comparator;
import java.util.Locale;

/** What kind of result an entry is: the code of a diagnostic, or a kind of difference. */
public sealed interface EntryRule {
  /** The order in which entries are reported: differences, and then codes. */
  Comparator<EntryRule> ORDER = EntryRule::compared;

  private static int compared(EntryRule one, EntryRule other) {
    if (one instanceof OfDifference left && other instanceof OfDifference right) {
      return left.compareTo(right);
    }
    if (one instanceof OfCode left && other instanceof OfCode right) {
      return left.code().compareTo(right.code());
    }
    return one instanceof OfDifference ? -1 : 1;
  }

  /** Returns the id in machine formats, such as {@code ZC0501} or {@code more-permissive}. */
  String id();

  /** Returns one clause that says what the rule finds. */
  String title();

  /** Returns a sentence that says where to read more. */
  String help();

  /**
   * A diagnostic.
   *
   * @param code its code
   */
  record OfCode(Code code) implements EntryRule {
    @Override
    public String id() {
      return code.name();
    }

    @Override
    public String title() {
      return code.title();
    }

    @Override
    public String help() {
      return "`zonec explain " + code.name() + "` describes the code.";
    }

    @Override
    public String toString() {
      return id();
    }
  }

  /** A kind of difference between two revisions; the worst kinds come first. */
  enum OfDifference implements EntryRule {
    /** Connections that only the new revision allows. */
    MORE_PERMISSIVE("only the new revision allows a connection"),
    /** A path that only the new revision has. */
    PATH_APPEARS("only the new revision has a path"),
    /** A claim that holds in the old revision only. */
    VERDICT_WORSENS("a claim no longer holds"),
    /** A connection of a declared workload that gets more ports. */
    WORKLOAD_OPENS("a declared workload gets more connections"),
    /** Connections that differ only where the API leaves the result open. */
    UNSETTLED("the revisions differ where the API leaves the result open"),
    /** A part of the comparison without an answer. */
    NOT_COMPLETE("a part of the comparison is not complete"),
    /** Connections that only the old revision allows. */
    LESS_PERMISSIVE("only the old revision allows a connection"),
    /** A path that only the old revision has. */
    PATH_VANISHES("only the old revision has a path"),
    /** A claim whose verdict differs and does not get worse. */
    VERDICT_CHANGES("the verdict of a claim changes"),
    /** A connection of a declared workload that gets fewer ports. */
    WORKLOAD_CLOSES("a declared workload gets fewer connections");

    private final String title;

    OfDifference(String title) {
      this.title = title;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public String help() {
      return "`zonec diff --help` describes the kinds of differences.";
    }

    @Override
    public String toString() {
      return id();
    }
  }
}

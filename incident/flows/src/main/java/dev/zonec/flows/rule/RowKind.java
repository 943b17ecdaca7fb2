package dev.zonec.flows.rule;

import java.util.Locale;

/** What a row of flows is. The first kinds are findings, the worst one first. */
public enum RowKind {
  /** It passed although no reading of the policies allows it. */
  FORBIDDEN_PASSED("passed although the policies forbid it"),
  /** An end is on a threat list. */
  LISTED("an address is on a threat list"),
  /** The program does not declare it. */
  UNDECLARED("not declared"),
  /** A network policy denied it although the policies that were read allow it. */
  ALLOWED_DENIED("denied although the policies allow it"),
  /** One source connects to many new ends. */
  FAN_OUT("connects to many new ends", "new ports"),
  /** Regular calls to one outside address. */
  BEACONING("calls an outside address regularly", "calls"),
  /** Many small packets to the outside. */
  VOLUME("sends many small packets to the outside", "packets"),
  /** An attempt that policies deny. */
  DENIED_ATTEMPT("attempts what policies deny"),
  /** Nothing speaks against it. */
  EXPECTED("as expected"),
  /** Something else than a network policy refused it. */
  REFUSED("refused by something else than a NetworkPolicy"),
  /** Its packets were lost. */
  LOST("lost for another reason than a policy"),
  /** It does not concern the cluster. */
  ELSEWHERE("not between ends of the cluster and others"),
  /** It cannot be judged. */
  DOUBTFUL("not judged");

  private final String title;
  private final String unit;
  private final boolean behaviour;

  /** A kind of rows that count records. */
  RowKind(String title) {
    this.title = title;
    this.unit = "records";
    this.behaviour = false;
  }

  /** A kind of rows about the behaviour of a source, which is measured in {@code unit}. */
  RowKind(String title, String unit) {
    this.title = title;
    this.unit = unit;
    this.behaviour = true;
  }

  /** Returns a predicate about the flows. */
  public String title() {
    return title;
  }

  /** Whether it is a finding. */
  public boolean finding() {
    return compareTo(DENIED_ATTEMPT) <= 0;
  }

  /** Returns what the rule of the kind measures: records, new ports, calls or packets. */
  public String unit() {
    return unit;
  }

  /** Whether each record is counted in one row of these kinds, and in no other. */
  public boolean ofRecords() {
    return !behaviour() && this != LISTED;
  }

  /** Whether it is about the behaviour of a source: a row sums up records of other rows. */
  public boolean behaviour() {
    return behaviour;
  }

  /** Returns the name in options and machine formats, such as {@code fan-out}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.zonec.application.access;

import dev.zonec.access.report.AccessAnswer;
import java.util.Locale;

/** The subjects with powers that the user does not accept. */
public enum FailOnAccess {
  /** Service accounts that a workload carries. */
  WORKLOAD,
  /** Every subject outside of Kubernetes itself. */
  SUBJECT;

  /** Whether the answer has such a subject. */
  boolean fails(AccessAnswer answer) {
    return switch (this) {
      case WORKLOAD -> answer.anyWorkload();
      case SUBJECT -> answer.anySubject();
    };
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

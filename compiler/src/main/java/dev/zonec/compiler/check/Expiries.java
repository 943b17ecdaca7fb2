package dev.zonec.compiler.check;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration.Expiry;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A flow stands until the end of the day on which it expires. */
final class Expiries {
  private static final int SOON = 30;

  private Expiries() {}

  static void check(ResolvedProgram program, LocalDate asOf, Problems problems) {
    for (FlowDeclaration flow : program.flows()) {
      switch (flow.expiry()) {
        case Expiry.Never() -> {}
        case Expiry.On(LocalDate date, var where) -> {
          long left = ChronoUnit.DAYS.between(asOf, date);
          if (left < 0) {
            problems.add(
                Diagnostic.error(Code.ZC2001, where, "the flow expired on " + date)
                    .labelled("as of " + asOf)
                    .help("delete the flow, or agree on a later date"));
          } else if (left <= SOON) {
            problems.add(
                Diagnostic.warning(Code.ZC2002, where, "the flow expires on " + date)
                    .labelled(remaining(left) + ", as of " + asOf));
          }
        }
      }
    }
  }

  private static String remaining(long days) {
    if (days == 0) {
      return "today";
    }
    return days == 1 ? "1 day left" : days + " days left";
  }
}

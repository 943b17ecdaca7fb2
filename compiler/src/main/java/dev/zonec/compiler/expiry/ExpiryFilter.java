package dev.zonec.compiler.expiry;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration.Expiry;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.compiler.resolve.WaiverDeclaration;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes expired flows and waivers. A flow or waiver is in force until the end of its last day.
 */
public final class ExpiryFilter {
  private static final int SOON = 30;

  private final LocalDate day;
  private final ExpiredFlows expired;
  private final Problems problems;

  private ExpiryFilter(LocalDate day, ExpiredFlows expired, Problems problems) {
    this.day = day;
    this.expired = expired;
    this.problems = problems;
  }

  /**
   * Returns {@code program} without expired waivers, and without expired flows if they are dropped.
   */
  public static ResolvedProgram on(
      LocalDate day, ResolvedProgram program, ExpiredFlows expired, Problems problems) {
    ExpiryFilter judge = new ExpiryFilter(day, expired, problems);
    List<FlowDeclaration> flows = new ArrayList<>();
    Map<Span, Boolean> stands = new HashMap<>();
    for (FlowDeclaration flow : program.flows()) {
      // A statement with ports for each destination is several flows with one last day.
      if (stands.computeIfAbsent(flow.span(), span -> judge.isInForce(flow))) {
        flows.add(flow);
      }
    }
    List<WaiverDeclaration> waivers = program.waivers().stream().filter(judge::waives).toList();
    return program.with(flows, waivers);
  }

  /** Whether the flow stays in the program, possibly with a problem. */
  private boolean isInForce(FlowDeclaration flow) {
    return switch (flow.expiry()) {
      case Expiry.Never() -> true;
      case Expiry.On(LocalDate date, Span span) -> {
        if (day.isAfter(date)) {
          problems.add(past(flow, date, span));
          yield expired == ExpiredFlows.ERROR;
        }
        warnIfSoon(Code.ZC2002, "the flow", date, span);
        yield true;
      }
    };
  }

  private Diagnostic past(FlowDeclaration flow, LocalDate date, Span span) {
    return switch (expired) {
      case ERROR ->
          Diagnostic.error(Code.ZC2001, span, "the flow expired on " + date)
              .labelled("as of " + day)
              .help("delete the flow, or set a later date; `--expired drop` leaves it out");
      case DROP ->
          Diagnostic.warning(Code.ZC2010, flow.span(), "the flow has expired and is left out")
              .labelled("it expired on " + date + ", as of " + day)
              .help("delete it, or set a later date");
    };
  }

  private boolean waives(WaiverDeclaration waiver) {
    if (day.isAfter(waiver.until())) {
      problems.add(
          Diagnostic.warning(
                  Code.ZC2007,
                  waiver.untilSpan(),
                  "the waiver of `" + waiver.assertion() + "` expired on " + waiver.until())
              .labelled("as of " + day + "; it no longer has an effect")
              .help("delete it, or have a later date approved"));
      return false;
    }
    warnIfSoon(
        Code.ZC2008,
        "the waiver of `" + waiver.assertion() + "`",
        waiver.until(),
        waiver.untilSpan());
    return true;
  }

  private void warnIfSoon(Code code, String what, LocalDate date, Span span) {
    long left = ChronoUnit.DAYS.between(day, date);
    if (left <= SOON) {
      problems.add(
          Diagnostic.warning(code, span, what + " expires on " + date)
              .labelled(remaining(left) + ", as of " + day));
    }
  }

  private static String remaining(long days) {
    if (days == 0) {
      return "today";
    }
    return days == 1 ? "1 day left" : days + " days left";
  }
}

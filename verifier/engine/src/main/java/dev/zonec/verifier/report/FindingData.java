package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.finding.Finding;
import dev.zonec.verifier.proof.Claim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes findings as maps and lists for JSON. {@code spec/schema} describes the format. */
final class FindingData {
  private FindingData() {}

  /**
   * Returns one finding.
   *
   * @param diagnostic the diagnostic of the text report; empty for a claim that holds or is moot
   */
  static Map<String, Object> of(Finding finding, Optional<Diagnostic> diagnostic) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", finding.id().value());
    out.put("status", status(finding));
    out.put("claim", claim(finding.claim()));
    if (finding instanceof Finding.Violation violation) {
      out.put("kind", violation.kind().id());
    } else if (finding instanceof Finding.Accepted accepted) {
      out.put("kind", accepted.violation().kind().id());
    }
    diagnostic.ifPresent(told -> putDiagnostic(out, told));
    putDetails(out, finding);
    return out;
  }

  private static String status(Finding finding) {
    return switch (finding) {
      case Finding.Holds holds -> "holds";
      case Finding.HoldsWithWaivers waived -> "holds-with-waivers";
      case Finding.HoldsExceptAccepted accepted -> "holds-except-accepted";
      case Finding.Accepted accepted -> "accepted";
      case Finding.Violation violation ->
          switch (violation.certainty()) {
            case CERTAIN -> "violated";
            case PROVISIONAL -> "provisional";
          };
      case Finding.Inconclusive inconclusive -> "inconclusive";
      case Finding.Moot moot -> "moot";
      case Finding.EmptyAssertion empty -> "empty";
      case Finding.EmptyDisjointness empty -> "empty";
    };
  }

  /** Returns a claim. */
  static Map<String, Object> claim(Claim claim) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (claim) {
      case Claim.NoUndeclaredConnection c -> out.put("kind", "no-undeclared-connection");
      case Claim.NoBlockedFlow c -> out.put("kind", "no-blocked-flow");
      case Claim.FreeEndsAdmit c -> out.put("kind", "nothing-blocked-that-is-free");
      case Claim.NoUndeclaredPath c -> out.put("kind", "no-undeclared-path");
      case Claim.NoSharedPod(var zones) -> {
        out.put("kind", "disjoint");
        out.put("zones", names(zones));
        out.put("place", DiagnosticData.place(zones.span()));
      }
      case Claim.Asserted(Assertion assertion) -> {
        out.put("kind", "assertion");
        out.put("name", assertion.name());
        out.put("text", assertion.span().text());
        out.put("place", DiagnosticData.place(assertion.span()));
      }
    }
    return out;
  }

  private static List<String> names(Disjointness.Pair zones) {
    return List.of(zones.first().name(), zones.second().name());
  }

  private static void putDiagnostic(Map<String, Object> out, Diagnostic told) {
    out.put("code", told.code().name());
    out.put("severity", told.severity().word());
    out.put("message", told.message());
    if (told.place() instanceof Place.At(var span)) {
      out.put("place", DiagnosticData.place(span));
    }
    out.put(
        "help",
        told.notes().stream().filter(note -> note.kind().equals("help")).map(Note::text).toList());
  }

  private static void putDetails(Map<String, Object> out, Finding finding) {
    switch (finding) {
      case Finding.Holds holds -> {}
      case Finding.HoldsWithWaivers(var id, var claim, var waivers) ->
          out.put("waivers", waivers.stream().map(FindingData::waiver).toList());
      case Finding.HoldsExceptAccepted(var id, var claim, var waivers) -> {
        if (!waivers.isEmpty()) {
          out.put("waivers", waivers.stream().map(FindingData::waiver).toList());
        }
      }
      case Finding.Accepted(var violation, var acceptance) -> {
        putDetails(out, violation);
        Map<String, Object> why = new LinkedHashMap<>();
        why.put("id", acceptance.id());
        why.put("reason", acceptance.reason());
        why.put("until", acceptance.until().toString());
        out.put("acceptance", why);
      }
      case Finding.SharedPod found -> {
        out.put("workload", found.workload().label());
        out.put("workloadPlace", DiagnosticData.place(found.workload().span()));
      }
      case Finding.UndeclaredPaths found -> {
        out.put("pairs", found.pairs().stream().map(FindingData::pair).toList());
        putHops(out, found);
      }
      case Finding.BlockedFlow found -> {
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put("text", found.flow().toString());
        flow.put("place", DiagnosticData.place(found.flow().span()));
        out.put("flow", flow);
        putHops(out, found);
      }
      case Finding.UndeclaredConnection found -> putHops(out, found);
      case Finding.BlockedConnection found -> putHops(out, found);
      case Finding.BrokenAssertion found -> putHops(out, found);
      case Finding.Unreachable found -> putHops(out, found);
      case Finding.Inconclusive inconclusive -> out.put("reason", inconclusive.reason());
      case Finding.Moot moot -> out.put("reason", moot.reason());
      case Finding.EmptyAssertion empty -> out.put("party", empty.party());
      case Finding.EmptyDisjointness empty -> out.put("party", empty.party());
    }
  }

  private static void putHops(Map<String, Object> out, Finding.Violation violation) {
    out.put("hops", violation.hops().stream().map(HopData::of).toList());
  }

  private static Map<String, Object> pair(Finding.UndeclaredPaths.Pair pair) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", pair.from());
    out.put("to", pair.to());
    return out;
  }

  private static Map<String, Object> waiver(Waiver waiver) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("assertion", waiver.assertion());
    out.put("excused", waiver.excused().toString());
    out.put("reason", waiver.reason());
    out.put("approvedBy", waiver.approvedBy());
    out.put("until", waiver.until().toString());
    out.put("place", DiagnosticData.place(waiver.span()));
    return out;
  }
}

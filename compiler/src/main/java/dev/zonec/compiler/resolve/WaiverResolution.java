package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.WaiverDeclaration.Excused;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.WaiverAttribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves waivers. */
final class WaiverResolution {
  private final PartyNames parties;
  private final ServiceResolution services;
  private final NameTable<Statement.Assert> assertions;
  private final String module;
  private final Problems problems;

  WaiverResolution(
      PartyNames parties,
      ServiceResolution services,
      NameTable<Statement.Assert> assertions,
      String module,
      Problems problems) {
    this.parties = parties;
    this.services = services;
    this.assertions = assertions;
    this.module = module;
    this.problems = problems;
  }

  /** Returns the waiver; empty if it is incomplete or does not fit its assertion. */
  Optional<WaiverDeclaration> resolve(Statement.Waive waive) {
    Optional<Statement.Assert> assertion = assertions.resolve(waive.assertion(), module, problems);
    Excused excused = excused(waive.waived());
    boolean fits = assertion.isEmpty() || fits(waive, assertion.get());
    List<WaiverAttribute.Reason> reasons = of(waive, WaiverAttribute.Reason.class, "`reason`");
    List<WaiverAttribute.ApprovedBy> approvals =
        of(waive, WaiverAttribute.ApprovedBy.class, "`approved_by`");
    List<WaiverAttribute.Expires> expiries = of(waive, WaiverAttribute.Expires.class, "`expires`");
    of(waive, WaiverAttribute.Ticket.class, "`ticket`");
    boolean complete = isComplete(waive, reasons, approvals, expiries);
    List<LocalDate> dates =
        expiries.stream().flatMap(e -> ExpiryDate.of(e.date(), problems).stream()).toList();
    if (assertion.isEmpty() || !fits || !complete || dates.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new WaiverDeclaration(
            waive.assertion().text(),
            excused,
            reasons.getFirst().reason().text(),
            approvals.getFirst().approver().text(),
            dates.getFirst(),
            expiries.getFirst().date().span(),
            waive.waived().span()));
  }

  private Excused excused(Waived waived) {
    return switch (waived) {
      case Waived.Connections w ->
          new Excused.Connections(
              parties.parties(w.from()), parties.parties(w.to()), services.resolve(w.services()));
      case Waived.Paths w -> new Excused.Paths(parties.parties(w.from()), parties.parties(w.to()));
    };
  }

  /**
   * Whether the waiver fits: a waiver of paths needs an assertion about paths, and a waiver of
   * connections one about connections.
   */
  private boolean fits(Statement.Waive waive, Statement.Assert assertion) {
    boolean aboutPaths = assertion.claim() instanceof ClaimTree.NoPath;
    boolean ofPaths = waive.waived() instanceof Waived.Paths;
    if (aboutPaths == ofPaths) {
      return true;
    }
    problems.add(
        Diagnostic.error(
                Code.ZC2006,
                waive.waived().span(),
                "assertion `"
                    + assertion.name()
                    + "` is about "
                    + (aboutPaths ? "paths" : "connections"))
            .labelled("this waiver is for " + (ofPaths ? "paths" : "connections"))
            .also(assertion.name().span(), "the assertion is declared here")
            .help(
                aboutPaths
                    ? "write `~>`: paths from the first end to the second"
                    : "write `->`, and the services unless the waiver is for all of them"));
    return false;
  }

  private boolean isComplete(
      Statement.Waive waive,
      List<WaiverAttribute.Reason> reasons,
      List<WaiverAttribute.ApprovedBy> approvals,
      List<WaiverAttribute.Expires> expiries) {
    List<String> missing = new ArrayList<>();
    List<String> samples = new ArrayList<>();
    if (reasons.stream().allMatch(r -> r.reason().text().isBlank())) {
      missing.add("`reason`");
      samples.add("reason \"…\"");
    }
    if (approvals.stream().allMatch(a -> a.approver().text().isBlank())) {
      missing.add("`approved_by`");
      samples.add("approved_by @team");
    }
    if (expiries.isEmpty()) {
      missing.add("`expires`");
      samples.add("expires 2027-06-30");
    }
    if (!missing.isEmpty()) {
      problems.add(
          Diagnostic.error(
                  Code.ZC2005,
                  waive.assertion().span(),
                  "the waiver of `" + waive.assertion() + "` lacks " + String.join(", ", missing))
              .help(
                  "add the missing "
                      + (missing.size() == 1 ? "attribute" : "attributes")
                      + ": `"
                      + String.join("  ", samples)
                      + "`"));
    }
    return missing.isEmpty();
  }

  /** Returns the attributes of {@code kind}, and reports duplicates. */
  private <T extends WaiverAttribute> List<T> of(
      Statement.Waive waive, Class<T> kind, String what) {
    List<T> all = waive.attributes().stream().filter(kind::isInstance).map(kind::cast).toList();
    DuplicateClauses.check(what, all, problems);
    return all;
  }
}

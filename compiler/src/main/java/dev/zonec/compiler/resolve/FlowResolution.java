package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration.Ends;
import dev.zonec.compiler.resolve.FlowDeclaration.Expiry;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Word;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Resolves flows. */
final class FlowResolution {
  private final PartyNames parties;
  private final ServiceResolution services;
  private final Problems problems;

  FlowResolution(PartyNames parties, ServiceResolution services, Problems problems) {
    this.parties = parties;
    this.services = services;
    this.problems = problems;
  }

  FlowDeclaration resolve(Statement.Allow allow) {
    Once.check("`owner`", of(allow, Attribute.Owner.class), Attribute::where, problems);
    Once.check("`reason`", of(allow, Attribute.Reason.class), Attribute::where, problems);
    Once.check("`ticket`", of(allow, Attribute.Ticket.class), Attribute::where, problems);
    List<Attribute.Expires> expiries = of(allow, Attribute.Expires.class);
    Once.check("`expires`", expiries, Attribute::where, problems);
    Expiry expiry = new Expiry.Never();
    for (Attribute.Expires expires : expiries.reversed()) {
      expiry = expiry(expires.date());
    }
    FlowDeclaration flow =
        new FlowDeclaration(
            ends(allow.ends()), services.resolve(allow.services()), expiry, allow.where().span());
    checkSomeZone(allow, flow);
    return flow;
  }

  private Ends ends(FlowEnds ends) {
    return switch (ends) {
      case FlowEnds.To(List<Word> from, List<Word> to) ->
          new Ends.To(parties.uses(from), parties.uses(to));
      case FlowEnds.Both(List<Word> left, List<Word> right) ->
          new Ends.Both(parties.uses(left), parties.uses(right));
      case FlowEnds.Within(List<Word> zones) ->
          new Ends.Within(
              parties.zones(zones, "`within` lets the pods of a zone reach each other"));
    };
  }

  private void checkSomeZone(Statement.Allow allow, FlowDeclaration flow) {
    int named =
        switch (allow.ends()) {
          case FlowEnds.To(List<Word> from, List<Word> to) -> from.size() + to.size();
          case FlowEnds.Both(List<Word> left, List<Word> right) -> left.size() + right.size();
          case FlowEnds.Within(List<Word> zones) -> 0;
        };
    List<PartyUse> uses = flow.uses().toList();
    boolean zoneless =
        !uses.isEmpty()
            && uses.size() == named
            && uses.stream().noneMatch(use -> use.party() instanceof PartyDeclaration.Zone);
    if (zoneless) {
      Span where = uses.getFirst().where().to(uses.getLast().where());
      Diagnostic problem =
          Diagnostic.error(Code.ZC0208, where, "neither end of the flow is a zone")
              .help("a policy governs the pods of zones; nothing can allow or deny this");
      problems.add(
          uses.stream().anyMatch(use -> use.party() instanceof PartyDeclaration.Imported)
              ? problem.note("imported zones are governed by their own programs")
              : problem);
    }
  }

  private Expiry expiry(Word date) {
    return date(date.text())
        .map(day -> (Expiry) new Expiry.On(day, date.span()))
        .orElseGet(
            () -> {
              problems.add(
                  Diagnostic.error(Code.ZC2003, date.span(), "`" + date + "` is not a date")
                      .help("a date is written year-month-day, such as `2027-06-30`"));
              return new Expiry.Never();
            });
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <T extends Attribute> List<T> of(Statement.Allow allow, Class<T> kind) {
    return allow.attributes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

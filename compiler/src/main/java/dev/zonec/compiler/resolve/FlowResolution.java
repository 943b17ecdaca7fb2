package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration.Account;
import dev.zonec.compiler.resolve.FlowDeclaration.DeclaredEnds;
import dev.zonec.compiler.resolve.FlowDeclaration.Expiry;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.List;

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

  /** Returns the flows of a statement: one flow, or one for each destination with its own ports. */
  List<FlowDeclaration> resolve(Statement.Allow allow) {
    DuplicateClauses.check("`owner`", of(allow, Attribute.Owner.class), problems);
    DuplicateClauses.check("`reason`", of(allow, Attribute.Reason.class), problems);
    DuplicateClauses.check("`ticket`", of(allow, Attribute.Ticket.class), problems);
    List<Attribute.Expires> expiries = of(allow, Attribute.Expires.class);
    DuplicateClauses.check("`expires`", expiries, problems);
    Expiry expiry = new Expiry.Never();
    for (Attribute.Expires expires : expiries.reversed()) {
      expiry = expiry(expires.date());
    }
    Span span = allow.span();
    Service service = services.resolve(allow.services());
    if (allow.ends() instanceof FlowEnds.To(Parties from, Parties to) && hasPorts(to)) {
      parties.refuseOther(to, "only assertions are about two namespaces at once");
      if (to.members().stream().allMatch(this::hasOnlyPorts)) {
        checkPortsOnce(allow, to);
      }
      return byDestination(parties.uses(from), to, service, expiry, account(allow), span);
    }
    FlowDeclaration flow =
        new FlowDeclaration(ends(allow.ends()), service, expiry, account(allow), span);
    checkSomeZone(flow, named(allow.ends()));
    return List.of(flow);
  }

  private List<FlowDeclaration> byDestination(
      List<PartyUse> from, Parties to, Service rest, Expiry expiry, Account account, Span span) {
    List<FlowDeclaration> flows = new ArrayList<>();
    parties.uses(to.except());
    for (Parties.Member member : to.members()) {
      Service service =
          switch (member.services()) {
            case Services.Anything() -> rest;
            case Services.Listed(var terms) -> services.resolve(ownPorts(member, terms));
          };
      FlowDeclaration flow =
          new FlowDeclaration(
              new DeclaredEnds.To(
                  from, parties.uses(List.of(member.name()), to.except(), to.names())),
              service,
              expiry,
              account,
              span);
      checkSomeZone(flow, from.size() + 1);
      flows.add(flow);
    }
    return flows;
  }

  /**
   * Returns the ports of a destination. A comma after ports continues the ports, so that a
   * following destination without ports reads as a service; this is reported.
   */
  private Services ownPorts(Parties.Member member, List<ServiceTerm> terms) {
    List<ServiceTerm> own = new ArrayList<>();
    for (ServiceTerm term : terms) {
      if (term instanceof ServiceTerm.Plain(Word word) && isDestination(term)) {
        problems.add(
            Diagnostic.error(Code.ZC0204, word.span(), "`" + word + "` is not a service")
                .labelled("after a port, a comma continues the ports of `" + member.name() + "`")
                .help(
                    "to name a destination, give it ports, `"
                        + word
                        + " : tcp/80`, or write it first in the braces"));
      } else {
        own.add(term);
      }
    }
    return own.isEmpty() ? new Services.Anything() : new Services.Listed(own);
  }

  private boolean hasOnlyPorts(Parties.Member member) {
    return !(member.services() instanceof Services.Listed(var terms))
        || terms.stream().noneMatch(this::isDestination);
  }

  private boolean isDestination(ServiceTerm term) {
    return term instanceof ServiceTerm.Plain(Word word)
        && !services.names(term)
        && parties.names(word);
  }

  private static boolean hasPorts(Parties some) {
    return some.members().stream().anyMatch(m -> m.services() instanceof Services.Listed);
  }

  /** Reports ports after the braces if every destination has its own ports. */
  private void checkPortsOnce(Statement.Allow allow, Parties to) {
    boolean all = to.members().stream().allMatch(m -> m.services() instanceof Services.Listed);
    if (all && allow.services() instanceof Services.Listed(var terms)) {
      Span span = terms.getFirst().span().to(terms.getLast().span());
      problems.add(
          Diagnostic.error(Code.ZC0229, span, "every destination has its own ports already")
              .labelled("no destination uses these ports")
              .help("delete them, or write them after the destinations that need them"));
    }
  }

  private static Account account(Statement.Allow allow) {
    String owner = "";
    String reason = "";
    String ticket = "";
    for (Attribute attribute : allow.attributes().reversed()) {
      switch (attribute) {
        case Attribute.Owner a -> owner = a.owner().text();
        case Attribute.Reason a -> reason = a.reason().text();
        case Attribute.Ticket a -> ticket = a.ticket().text();
        case Attribute.Expires a -> {}
      }
    }
    return new Account(owner, reason, ticket);
  }

  private DeclaredEnds ends(FlowEnds ends) {
    return switch (ends) {
      case FlowEnds.To(Parties from, Parties to) ->
          new DeclaredEnds.To(parties.uses(from), parties.uses(to));
      case FlowEnds.Both(Parties left, Parties right) ->
          new DeclaredEnds.Both(parties.uses(left), parties.uses(right));
      case FlowEnds.Within(Parties zones) ->
          new DeclaredEnds.Within(
              parties.zones(
                  zones, "name a zone: `within` allows connections between the pods of a zone"));
    };
  }

  private static int named(FlowEnds ends) {
    return switch (ends) {
      case FlowEnds.To(Parties from, Parties to) -> from.members().size() + to.members().size();
      case FlowEnds.Both(Parties left, Parties right) ->
          left.members().size() + right.members().size();
      case FlowEnds.Within(Parties zones) -> 0;
    };
  }

  private void checkSomeZone(FlowDeclaration flow, int named) {
    List<PartyUse> uses = flow.uses().toList();
    boolean zoneless =
        !uses.isEmpty()
            && uses.size() == named
            && uses.stream().noneMatch(use -> use.party().whole() instanceof PartyDeclaration.Zone);
    if (zoneless) {
      Span span = uses.getFirst().span().to(uses.getLast().span());
      Diagnostic problem =
          Diagnostic.error(Code.ZC0208, span, "neither end of the flow is a zone")
              .help("name a zone at one end: policies apply to the pods of zones");
      problems.add(
          uses.stream().anyMatch(use -> use.party().whole() instanceof PartyDeclaration.Imported)
              ? problem.note("the program of an imported zone generates its policies")
              : problem);
    }
  }

  private Expiry expiry(Word date) {
    return ExpiryDate.of(date, problems)
        .<Expiry>map(day -> new Expiry.On(day, date.span()))
        .orElseGet(Expiry.Never::new);
  }

  private static <T extends Attribute> List<T> of(Statement.Allow allow, Class<T> kind) {
    return allow.attributes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

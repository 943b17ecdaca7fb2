package dev.zonec.grammar.print;

import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.WaiverAttribute;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints trees. Parsing the printed text results in the same tree. Comments other than doc comments
 * are lost.
 */
public final class TreePrinter {
  private TreePrinter() {}

  /** Prints a source, each statement on lines of its own. */
  public static String print(SourceFile file) {
    return file.statements().stream()
        .map(TreePrinter::print)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** Prints a statement without a line end. */
  public static String print(Statement statement) {
    String docs =
        statement.docs().stream()
            .map(line -> line.isEmpty() ? "##\n" : "## " + line + "\n")
            .collect(Collectors.joining());
    return docs
        + switch (statement) {
          case Statement.Module s -> "module " + word(s.name());
          case Statement.Cluster s -> block("cluster", s.clauses(), TreePrinter::clusterClause);
          case Statement.Defaults s -> block("defaults", s.clauses(), TreePrinter::defaultsClause);
          case Statement.Assume s -> "assume namespaces declared";
          case Statement.Emit s -> block("emit", s.clauses(), TreePrinter::emitClause);
          case Statement.Zone s -> zone(s);
          case Statement.External s -> external(s);
          case Statement.Service s -> "service " + word(s.name()) + " = " + terms(s.terms());
          case Statement.Allow s -> allow(s);
          case Statement.Assert s -> "assert " + word(s.name()) + ": " + claim(s.claim());
          case Statement.Trust s -> trust(s);
          case Statement.Disjoint s -> "disjoint " + disjoint(s.zones());
          case Statement.Waive s -> waive(s);
          case Statement.Import s -> ParamPrinter.print(s);
          case Statement.Param s -> ParamPrinter.print(s);
          case Statement.When s -> ParamPrinter.print(s);
          case Statement.Foreach s -> ParamPrinter.print(s);
        };
  }

  private static String clusterClause(Statement.ClusterClause clause) {
    return clause.range().name().toLowerCase(Locale.ROOT) + " " + words(clause.addresses());
  }

  private static String defaultsClause(Statement.DefaultsClause clause) {
    return clause.subject().name().toLowerCase(Locale.ROOT) + (clause.allow() ? " allow" : " deny");
  }

  private static String emitClause(Statement.EmitClause clause) {
    return block(
        clause.kind().name().toLowerCase(Locale.ROOT),
        clause.entries(),
        entry -> word(entry.key()) + ": " + word(entry.value()));
  }

  private static String zone(Statement.Zone zone) {
    String head =
        switch (zone.nesting()) {
          case Statement.Nesting.TopLevel() -> "zone " + word(zone.name());
          case Statement.Nesting.Inside(Word parent) ->
              "zone " + word(zone.name()) + " in " + word(parent);
        };
    String tier =
        switch (zone.tier()) {
          case Statement.Tiering.Unnamed() -> "";
          case Statement.Tiering.Named(Word name) -> " tier " + word(name);
        };
    List<String> lines = new ArrayList<>();
    zone.clauses().forEach(clause -> lines.add(podClause(clause)));
    zone.defaults().forEach(clause -> lines.add(zoneDefault(clause)));
    return block(head + tier, lines, line -> line);
  }

  private static String zoneDefault(Statement.ZoneDefault clause) {
    return clause.direction().name().toLowerCase(Locale.ROOT)
        + (clause.allow() ? " allow" : " deny");
  }

  private static String external(Statement.External external) {
    List<String> lines = new ArrayList<>();
    external.addresses().forEach(clause -> lines.add(addressClause(clause)));
    external.pods().forEach(clause -> lines.add(podClause(clause)));
    String head =
        "external "
            + word(external.name())
            + (external.relay() ? " relay" : "")
            + (external.open() ? " open" : "");
    return block(head, lines, line -> line);
  }

  private static String addressClause(Statement.AddressClause clause) {
    return "cidr "
        + words(clause.blocks())
        + (clause.exceptions().isEmpty() ? "" : " except " + words(clause.exceptions()));
  }

  private static String podClause(PodClause clause) {
    return switch (clause) {
      case PodClause.NamespaceNames c -> "namespace " + words(c.names());
      case PodClause.NamespaceSelector c -> "namespaces " + selector(c.requirements());
      case PodClause.PodSelector c -> "pods " + selector(c.requirements());
    };
  }

  /** Prints a selector, with commas between its requirements. */
  public static String selector(List<RequirementTree> requirements) {
    return requirements.stream().map(TreePrinter::requirement).collect(Collectors.joining(","));
  }

  private static String requirement(RequirementTree requirement) {
    String key = word(requirement.key());
    return switch (requirement) {
      case RequirementTree.Present r -> key;
      case RequirementTree.Absent r -> "!" + key;
      case RequirementTree.Is r -> key + "=" + word(r.value());
      case RequirementTree.IsNot r -> key + "!=" + word(r.value());
      case RequirementTree.IsIn r -> key + " in (" + words(r.values()) + ")";
      case RequirementTree.IsNotIn r -> key + " notin (" + words(r.values()) + ")";
    };
  }

  private static String allow(Statement.Allow allow) {
    String ends =
        switch (allow.ends()) {
          case FlowEnds.To(var from, var to) -> parties(from) + " -> " + parties(to);
          case FlowEnds.Both(var left, var right) -> parties(left) + " <-> " + parties(right);
          case FlowEnds.Within(var zones) -> "within " + parties(zones);
        };
    String line = "allow " + ends + services(allow.services());
    return allow.attributes().isEmpty()
        ? line
        : block(line, allow.attributes(), TreePrinter::attribute);
  }

  private static String attribute(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Owner a -> "owner " + word(a.owner());
      case Attribute.Reason a -> "reason " + word(a.reason());
      case Attribute.Ticket a -> "ticket " + word(a.ticket());
      case Attribute.Expires a -> "expires " + word(a.date());
    };
  }

  private static String claim(ClaimTree claim) {
    return switch (claim) {
      case ClaimTree.Never c ->
          "never " + parties(c.from()) + " -> " + parties(c.to()) + services(c.services());
      case ClaimTree.NoPath c -> noPath(c);
      case ClaimTree.Only c ->
          "only "
              + parties(c.from())
              + among(c.among())
              + " -> "
              + parties(c.to())
              + services(c.services());
      case ClaimTree.Isolated c -> "isolated " + parties(c.zones());
      case ClaimTree.Reachable c ->
          "reachable " + parties(c.from()) + " -> " + parties(c.to()) + services(c.services());
      case ClaimTree.TiersAdjacent c -> "tiers adjacent in " + parties(c.zones());
    };
  }

  private static String among(ClaimTree.Among among) {
    return switch (among) {
      case ClaimTree.Among.Everyone() -> "";
      case ClaimTree.Among.Members(Parties parties) -> " of " + parties(parties);
    };
  }

  private static String trust(Statement.Trust trust) {
    return "trust label "
        + word(trust.key())
        + " "
        + trust.level().word()
        + (trust.setters().isEmpty() ? "" : " by ")
        + trust.setters().stream()
            .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " " + word(each.name()))
            .collect(Collectors.joining(", "));
  }

  private static String disjoint(DisjointTree zones) {
    return switch (zones) {
      case DisjointTree.ChildrenOf(Word parent) -> "children of " + word(parent);
      case DisjointTree.Listed(var names) -> words(names);
    };
  }

  private static String waive(Statement.Waive waive) {
    String what =
        switch (waive.waived()) {
          case Waived.Connections(var from, var to, var services, var nodeSpan) ->
              parties(from) + " -> " + parties(to) + services(services);
          case Waived.Paths(var from, var to, var nodeSpan) -> parties(from) + " ~> " + parties(to);
        };
    String line = "waive " + word(waive.assertion()) + " for " + what;
    return waive.attributes().isEmpty()
        ? line
        : block(line, waive.attributes(), TreePrinter::waiverAttribute);
  }

  private static String waiverAttribute(WaiverAttribute attribute) {
    return switch (attribute) {
      case WaiverAttribute.Reason a -> "reason " + word(a.reason());
      case WaiverAttribute.Ticket a -> "ticket " + word(a.ticket());
      case WaiverAttribute.ApprovedBy a -> "approved_by " + word(a.approver());
      case WaiverAttribute.Expires a -> "expires " + word(a.date());
    };
  }

  private static String noPath(ClaimTree.NoPath claim) {
    String via =
        switch (claim.via()) {
          case ClaimTree.Via.Nothing() -> "";
          case ClaimTree.Via.Through(Parties parties) -> " except via " + parties(parties);
        };
    String bound =
        switch (claim.bound()) {
          case ClaimTree.Bound.AnyLength() -> "";
          case ClaimTree.Bound.Within(Word hops) -> " within " + word(hops) + " hops";
        };
    return "no path " + parties(claim.from()) + " ~> " + parties(claim.to()) + via + bound;
  }

  private static String services(Services services) {
    return switch (services) {
      case Services.Anything() -> "";
      case Services.Listed(var terms) -> " : " + terms(terms);
    };
  }

  private static String terms(List<ServiceTerm> terms) {
    return terms.stream()
        .map(
            term ->
                switch (term) {
                  case ServiceTerm.Plain(Word word) -> word(word);
                  case ServiceTerm.NamedPort p -> word(p.protocol()) + "/" + word(p.port());
                })
        .collect(Collectors.joining(", "));
  }

  /** Prints the parties at one end. */
  public static String parties(Parties parties) {
    String members =
        parties.members().stream()
            .map(
                member ->
                    (member.other() ? "other " : "")
                        + word(member.name())
                        + services(member.services()))
            .collect(Collectors.joining(", "));
    boolean alone =
        parties.except().isEmpty()
            && parties.members().size() == 1
            && parties.members().getFirst().services() instanceof Services.Anything;
    return alone
        ? members
        : "{"
            + members
            + (parties.except().isEmpty() ? "" : " except " + words(parties.except()))
            + "}";
  }

  static String words(List<Word> words) {
    return words.stream().map(TreePrinter::word).collect(Collectors.joining(", "));
  }

  static String word(Word word) {
    return word.quoted()
        ? "\"" + word.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : word.text();
  }

  private static <T> String block(
      String head, List<T> clauses, java.util.function.Function<T, String> line) {
    return clauses.isEmpty()
        ? head + " {}"
        : clauses.stream()
            .map(clause -> "  " + line.apply(clause) + "\n")
            .collect(Collectors.joining("", head + " {\n", "}"));
  }
}

package dev.zonec.compiler.variant;

import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.AddressClause;
import dev.zonec.grammar.tree.Statement.ClusterClause;
import dev.zonec.grammar.tree.Statement.EmitClause;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Waived;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites statements: replaces each {@code when} by its statements if its condition holds, removes
 * it otherwise, and inserts the values of parameters into words.
 */
final class TreeSubstitution {
  private final ParamLookup params;
  private final WordSubstitution words;

  TreeSubstitution(ParamLookup params) {
    this.params = params;
    this.words = new WordSubstitution(params);
  }

  List<Statement> statements(List<Statement> statements) {
    List<Statement> all = new ArrayList<>();
    for (Statement statement : statements) {
      if (!(statement instanceof Statement.When when)) {
        all.add(statement(statement));
      } else if (params.holds(when)) {
        when.body().forEach(inner -> all.add(statement(inner)));
      }
    }
    return all;
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Cluster s ->
          new Statement.Cluster(
              s.docs(), s.clauses().stream().map(this::clusterClause).toList(), s.nodeSpan());
      case Statement.Zone s ->
          new Statement.Zone(
              s.docs(),
              s.name(),
              s.nesting(),
              s.tier(),
              s.clauses().stream().map(this::podClause).toList(),
              s.defaults(),
              s.nodeSpan());
      case Statement.External s ->
          new Statement.External(
              s.docs(),
              s.name(),
              s.relay(),
              s.open(),
              s.addresses().stream().map(this::addressClause).toList(),
              s.pods().stream().map(this::podClause).toList(),
              s.nodeSpan());
      case Statement.Service s ->
          new Statement.Service(s.docs(), s.name(), terms(s.terms()), s.nodeSpan());
      case Statement.Allow s ->
          new Statement.Allow(
              s.docs(), ends(s.ends()), services(s.services()), s.attributes(), s.nodeSpan());
      case Statement.Assert s ->
          new Statement.Assert(s.docs(), s.name(), claim(s.claim()), s.nodeSpan());
      case Statement.Waive s ->
          new Statement.Waive(
              s.docs(), s.assertion(), waived(s.waived()), s.attributes(), s.nodeSpan());
      case Statement.Emit s ->
          new Statement.Emit(
              s.docs(), s.clauses().stream().map(this::emitClause).toList(), s.nodeSpan());
      case Statement.Foreach s ->
          new Statement.Foreach(
              s.docs(), selector(s.namespaces()), s.alias(), statements(s.body()), s.nodeSpan());
      case Statement.Trust s -> s;
      case Statement.Disjoint s -> s;
      case Statement.Module s -> s;
      case Statement.Defaults s -> s;
      case Statement.Assume s -> s;
      case Statement.Import s -> s;
      case Statement.Param s -> s;
      case Statement.When s -> throw new IllegalStateException("`when` inside of `when`");
    };
  }

  private FlowEnds ends(FlowEnds ends) {
    return switch (ends) {
      case FlowEnds.To(Parties from, Parties to) -> new FlowEnds.To(from, destinations(to));
      case FlowEnds.Both both -> both;
      case FlowEnds.Within within -> within;
    };
  }

  private Parties destinations(Parties to) {
    return new Parties(
        to.members().stream()
            .map(
                member ->
                    new Parties.Member(member.name(), member.other(), services(member.services())))
            .toList(),
        to.except());
  }

  private ClusterClause clusterClause(ClusterClause clause) {
    return new ClusterClause(
        clause.range(), words.addresses(clause.addresses()), clause.nodeSpan());
  }

  private EmitClause emitClause(EmitClause clause) {
    return new EmitClause(
        clause.kind(),
        clause.entries().stream()
            .map(e -> new Statement.EmitEntry(e.key(), words.word(e.value()), e.nodeSpan()))
            .toList(),
        clause.nodeSpan());
  }

  private AddressClause addressClause(AddressClause clause) {
    return new AddressClause(
        words.addresses(clause.blocks()), words.addresses(clause.exceptions()), clause.nodeSpan());
  }

  private PodClause podClause(PodClause clause) {
    return switch (clause) {
      case PodClause.NamespaceNames c ->
          new PodClause.NamespaceNames(words.words(c.names()), c.nodeSpan());
      case PodClause.NamespaceSelector c ->
          new PodClause.NamespaceSelector(selector(c.requirements()), c.nodeSpan());
      case PodClause.PodSelector c ->
          new PodClause.PodSelector(selector(c.requirements()), c.nodeSpan());
    };
  }

  private List<RequirementTree> selector(List<RequirementTree> requirements) {
    return requirements.stream().map(this::requirement).toList();
  }

  private RequirementTree requirement(RequirementTree requirement) {
    return switch (requirement) {
      case RequirementTree.Present r -> r;
      case RequirementTree.Absent r -> r;
      case RequirementTree.Is r -> new RequirementTree.Is(r.key(), words.word(r.value()));
      case RequirementTree.IsNot r -> new RequirementTree.IsNot(r.key(), words.word(r.value()));
      case RequirementTree.IsIn r -> new RequirementTree.IsIn(r.key(), words.words(r.values()));
      case RequirementTree.IsNotIn r ->
          new RequirementTree.IsNotIn(r.key(), words.words(r.values()));
    };
  }

  private ClaimTree claim(ClaimTree claim) {
    return switch (claim) {
      case ClaimTree.Never c ->
          new ClaimTree.Never(c.from(), c.to(), services(c.services()), c.nodeSpan());
      case ClaimTree.Only c ->
          new ClaimTree.Only(c.from(), c.among(), c.to(), services(c.services()), c.nodeSpan());
      case ClaimTree.Reachable c ->
          new ClaimTree.Reachable(c.from(), c.to(), services(c.services()), c.nodeSpan());
      case ClaimTree.NoPath c -> c;
      case ClaimTree.Isolated c -> c;
      case ClaimTree.TiersAdjacent c -> c;
    };
  }

  private Waived waived(Waived waived) {
    return switch (waived) {
      case Waived.Connections w ->
          new Waived.Connections(w.from(), w.to(), services(w.services()), w.nodeSpan());
      case Waived.Paths w -> w;
    };
  }

  private Services services(Services services) {
    return switch (services) {
      case Services.Anything s -> s;
      case Services.Listed(List<ServiceTerm> terms) -> new Services.Listed(terms(terms));
    };
  }

  private List<ServiceTerm> terms(List<ServiceTerm> terms) {
    return terms.stream().map(this::term).toList();
  }

  private ServiceTerm term(ServiceTerm term) {
    return switch (term) {
      case ServiceTerm.Plain(var word) -> new ServiceTerm.Plain(words.word(word));
      case ServiceTerm.NamedPort p ->
          new ServiceTerm.NamedPort(p.protocol(), words.word(p.port()), p.nodeSpan());
    };
  }
}

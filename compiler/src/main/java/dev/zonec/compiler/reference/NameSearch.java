package dev.zonec.compiler.reference;

import dev.zonec.compiler.reference.Declaration.Kind;
import dev.zonec.compiler.source.Source;
import dev.zonec.compiler.variant.ParamMentions;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the names of one module: first the declarations, then the places that name them. */
final class NameSearch {
  private final Map<String, ModuleReferences> imported;
  private final BuiltIns builtIns;
  private final Map<String, Declaration> parties = new LinkedHashMap<>();
  private final Map<String, Declaration> services = new LinkedHashMap<>();
  private final Map<String, Declaration> assertions = new LinkedHashMap<>();
  private final Map<String, Declaration> params = new LinkedHashMap<>();
  private final Map<String, Declaration> tiers = new LinkedHashMap<>();
  private final Map<String, Declaration> aliases = new LinkedHashMap<>();
  private final List<Occurrence> occurrences = new ArrayList<>();

  /** The name for all pods of a namespace in the {@code foreach} that is being searched. */
  private @Nullable Declaration namespace;

  private NameSearch(Map<String, ModuleReferences> imported, BuiltIns builtIns) {
    this.imported = imported;
    this.builtIns = builtIns;
  }

  static ModuleReferences of(
      Map<Source, PartialSource> sources,
      Map<String, ModuleReferences> imported,
      BuiltIns builtIns) {
    NameSearch search = new NameSearch(imported, builtIns);
    sources.values().forEach(source -> search.declare(source.file().statements()));
    for (PartialSource source : sources.values()) {
      search.mention(source.file().statements());
      for (Span param : ParamMentions.of(source.file().statements())) {
        search.add(param, search.params.get(param.text()));
      }
    }
    return new ModuleReferences(
        sources,
        search.parties,
        search.services,
        search.assertions,
        search.params,
        search.tiers,
        search.aliases,
        imported,
        search.occurrences);
  }

  private void declare(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Zone s -> {
          declare(parties, Kind.ZONE, s.name(), s);
          if (s.tier() instanceof Statement.Tiering.Named(Word tier)) {
            tiers.putIfAbsent(
                tier.text(), new Declaration(Kind.TIER, tier.text(), tier.span(), s, false));
          }
        }
        case Statement.External s -> declare(parties, Kind.EXTERNAL, s.name(), s);
        case Statement.Service s -> declare(services, Kind.SERVICE, s.name(), s);
        case Statement.Assert s -> declare(assertions, Kind.ASSERTION, s.name(), s);
        case Statement.Param s -> declare(params, Kind.PARAM, s.name(), s);
        case Statement.Import s -> declare(aliases, Kind.ALIAS, s.alias(), s);
        case Statement.Foreach s -> {
          if (s.alias() instanceof Statement.Alias.Named(Word alias)) {
            declare(parties, Kind.ZONE, alias, s);
          }
          declare(s.body());
        }
        case Statement.When s -> declare(s.body());
        case Statement.Module s -> {}
        case Statement.Cluster s -> {}
        case Statement.Defaults s -> {}
        case Statement.Assume s -> {}
        case Statement.Emit s -> {}
        case Statement.Allow s -> {}
        case Statement.Trust s -> {}
        case Statement.Disjoint s -> {}
        case Statement.Waive s -> {}
      }
    }
  }

  private void declare(Map<String, Declaration> names, Kind kind, Word name, Statement statement) {
    Declaration own = new Declaration(kind, name.text(), name.span(), statement, false);
    Declaration first = names.putIfAbsent(name.text(), own);
    occurrences.add(new Occurrence(name.span(), first == null ? own : first, true));
  }

  private void mention(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Zone s -> {
          if (s.nesting() instanceof Statement.Nesting.Inside(Word parent)) {
            party(parent);
          }
          if (s.tier() instanceof Statement.Tiering.Named(Word tier)) {
            Declaration declared = tiers.get(tier.text());
            if (declared != null) {
              occurrences.add(
                  new Occurrence(tier.span(), declared, declared.span().equals(tier.span())));
            }
          }
        }
        case Statement.Service s -> s.terms().forEach(this::service);
        case Statement.Allow s -> {
          switch (s.ends()) {
            case Statement.FlowEnds.To(Parties from, Parties to) -> parties(from, to);
            case Statement.FlowEnds.Both(Parties left, Parties right) -> parties(left, right);
            case Statement.FlowEnds.Within(Parties zones) -> parties(zones);
          }
          services(s.services());
        }
        case Statement.Assert s -> claim(s.claim());
        case Statement.Disjoint s -> {
          switch (s.zones()) {
            case DisjointTree.Listed(List<Word> zones) -> zones.forEach(this::party);
            case DisjointTree.ChildrenOf(Word parent) -> party(parent);
          }
        }
        case Statement.Waive s -> {
          add(s.assertion().span(), assertions.get(s.assertion().text()));
          parties(s.waived().from(), s.waived().to());
          if (s.waived() instanceof Waived.Connections connections) {
            services(connections.services());
          }
        }
        case Statement.Foreach s -> {
          Word alias = s.alias().name();
          namespace = new Declaration(Kind.ZONE, alias.text(), alias.span(), s, false);
          mention(s.body());
          namespace = null;
        }
        case Statement.When s -> mention(s.body());
        case Statement.External s -> {}
        case Statement.Param s -> {}
        case Statement.Import s -> {}
        case Statement.Module s -> {}
        case Statement.Cluster s -> {}
        case Statement.Defaults s -> {}
        case Statement.Assume s -> {}
        case Statement.Emit s -> {}
        case Statement.Trust s -> {}
      }
    }
  }

  private void claim(ClaimTree claim) {
    switch (claim) {
      case ClaimTree.Never c -> {
        parties(c.from(), c.to());
        services(c.services());
      }
      case ClaimTree.NoPath c -> {
        parties(c.from(), c.to());
        if (c.via() instanceof ClaimTree.Via.Through(Parties via)) {
          parties(via);
        }
      }
      case ClaimTree.Only c -> {
        parties(c.from(), c.to());
        if (c.among() instanceof ClaimTree.Among.Members(Parties among)) {
          parties(among);
        }
        services(c.services());
      }
      case ClaimTree.Isolated c -> parties(c.zones());
      case ClaimTree.Reachable c -> {
        parties(c.from(), c.to());
        services(c.services());
      }
      case ClaimTree.TiersAdjacent c -> parties(c.zones());
    }
  }

  private void parties(Parties... all) {
    for (Parties some : all) {
      for (Parties.Member member : some.members()) {
        party(member.name());
        services(member.services());
      }
      some.except().forEach(this::party);
    }
  }

  private void party(Word name) {
    Declaration around = namespace;
    if (around != null && around.name().equals(name.text())) {
      add(name.span(), parties.getOrDefault(name.text(), around));
    } else {
      use(name, parties, builtIns.parties(), true);
    }
  }

  private void services(Services services) {
    if (services instanceof Services.Listed(List<ServiceTerm> terms)) {
      terms.forEach(this::service);
    }
  }

  private void service(ServiceTerm term) {
    if (term instanceof ServiceTerm.Plain(Word word)
        && word.text().indexOf('/') < 0
        && word.text().indexOf('$') < 0) {
      use(word, services, builtIns.services(), false);
    }
  }

  private void use(
      Word name, Map<String, Declaration> own, Map<String, Declaration> others, boolean isParty) {
    int dot = name.text().indexOf('.');
    if (dot <= 0) {
      add(name.span(), own.getOrDefault(name.text(), others.get(name.text())));
      return;
    }
    String alias = name.text().substring(0, dot);
    String rest = name.text().substring(dot + 1);
    add(name.part(0, dot), aliases.get(alias));
    Optional.ofNullable(imported.get(alias))
        .map(module -> (isParty ? module.parties() : module.services()).get(rest))
        .ifPresent(found -> add(name.part(dot + 1, name.text().length()), found));
  }

  private void add(Span span, @Nullable Declaration declaration) {
    if (declaration != null) {
      occurrences.add(new Occurrence(span, declaration, false));
    }
  }
}

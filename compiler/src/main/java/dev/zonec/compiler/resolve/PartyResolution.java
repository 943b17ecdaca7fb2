package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PartyDeclaration.Stance;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.ZoneDirection;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves zones and externals, which share one set of names. */
final class PartyResolution {
  /** How many zones of a cycle are shown besides the first. */
  private static final int MOST_SHOWN = 4;

  private static final String IN_ZONES_ONLY = "name a zone: a zone can only be nested in a zone";

  private final NameTable<Statement> table = new NameTable<>(PartyNames.KIND);
  private final Map<String, PartyDeclaration> resolved = new LinkedHashMap<>();
  private final Map<String, PodLines> lines = new HashMap<>();
  private final Map<String, PartyDeclaration.Anyone> everyone = new LinkedHashMap<>();
  private final Map<String, PartyDeclaration.Addresses> addresses = new LinkedHashMap<>();
  private final String module;
  private final ImportedNames imports;
  private final ClusterEnds clusterEnds;
  private final Problems problems;

  PartyResolution(
      List<Statement> declared,
      List<Statement> builtIn,
      String module,
      ImportedNames imports,
      ClusterEnds clusterEnds,
      Problems problems) {
    this.clusterEnds = clusterEnds;
    this.module = module;
    this.imports = imports;
    this.problems = problems;
    for (PartyDeclaration.Anyone anyone : BuiltInParties.all()) {
      Statement.External placeholder = BuiltInParties.placeholder(anyone);
      table.declareBuiltIn(placeholder.name(), placeholder);
      everyone.put(anyone.name(), anyone);
    }
    for (PartyDeclaration.Addresses end : clusterEnds.all()) {
      Statement.External placeholder = BuiltInParties.placeholder(end);
      table.declareBuiltIn(placeholder.name(), placeholder);
      addresses.put(end.name(), end);
    }
    for (Statement statement : builtIn) {
      if (statement instanceof Statement.External external) {
        table.declareBuiltIn(external.name(), external);
      }
    }
    for (Statement statement : declared) {
      if (statement instanceof Statement.Zone zone) {
        table.declare(zone.name(), zone, problems);
      } else if (statement instanceof Statement.External external) {
        table.declare(external.name(), external, problems);
      }
    }
    resolveExternals(declared);
    resolveZones(declared);
  }

  /** Returns the resolved names. */
  PartyNames names() {
    return new PartyNames(
        table, resolved, module, imports, clusterEnds, ForeachScope.outside(List.of()), problems);
  }

  /** Returns the zones, each after its outer zone. */
  List<PartyDeclaration.Zone> zones() {
    return resolved.values().stream()
        .filter(PartyDeclaration.Zone.class::isInstance)
        .map(PartyDeclaration.Zone.class::cast)
        .toList();
  }

  /** Returns the parties that the module declares, by name. */
  SortedMap<String, PartyDeclaration> own() {
    SortedMap<String, PartyDeclaration> own = new TreeMap<>();
    for (NameTable.Entry<Statement> entry : table.own()) {
      PartyDeclaration party = resolved.get(entry.name().text());
      if (party != null) {
        own.put(party.name(), party);
      }
    }
    return own;
  }

  /** Returns the externals; the program's own come first. */
  List<PartyDeclaration> externals() {
    return resolved.values().stream()
        .filter(
            party ->
                (party instanceof PartyDeclaration.Addresses && !clusterEnds.contains(party))
                    || party instanceof PartyDeclaration.ForeignPods)
        .toList();
  }

  /** Returns the built-in parties of the cluster that the program neither names nor declares. */
  List<PartyDeclaration> unusedEnds() {
    return clusterEnds.unused().stream().filter(resolved::containsValue).toList();
  }

  /** Returns {@code any} and {@code any-pod}, unless the program declares these names. */
  List<PartyDeclaration.Anyone> everyone() {
    return resolved.values().stream()
        .filter(PartyDeclaration.Anyone.class::isInstance)
        .map(PartyDeclaration.Anyone.class::cast)
        .toList();
  }

  private void resolveExternals(List<Statement> declared) {
    ExternalResolution externals = new ExternalResolution(problems);
    List<Statement.External> all = new ArrayList<>();
    for (Statement statement : declared) {
      if (statement instanceof Statement.External external) {
        all.add(external);
      }
    }
    for (NameTable.Entry<Statement> entry : table.builtIn()) {
      PartyDeclaration.Anyone anyone = everyone.get(entry.name().text());
      PartyDeclaration.Addresses end = addresses.get(entry.name().text());
      if (end != null) {
        resolved.put(end.name(), end);
      } else if (anyone != null) {
        resolved.put(anyone.name(), anyone);
      } else if (entry.meaning() instanceof Statement.External external) {
        all.add(external);
      }
    }
    for (Statement.External external : all) {
      PartyDeclaration party = externals.resolve(external);
      if (table.isDeclaredAt(external.name())) {
        resolved.put(party.name(), party);
      }
    }
  }

  private void resolveZones(List<Statement> declared) {
    PodLineResolution podLines = new PodLineResolution(problems);
    for (Statement statement : declared) {
      if (statement instanceof Statement.Zone zone) {
        if (zone.tier() instanceof Statement.Tiering.Named(Word tier)) {
          NameSyntax.check(tier, problems);
        }
        PodLines own = podLines.resolve(zone.clauses());
        if (table.isDeclaredAt(zone.name())) {
          lines.put(zone.name().text(), own);
        } else {
          parentOf(zone);
        }
      }
    }
    for (NameTable.Entry<Statement> entry : table.own()) {
      if (entry.meaning() instanceof Statement.Zone zone) {
        resolveChain(zone);
      }
    }
  }

  /** Resolves a zone after its outer zones, without recursion, because chains can be long. */
  private void resolveChain(Statement.Zone zone) {
    Deque<Statement.Zone> chain = new ArrayDeque<>();
    Set<String> names = new LinkedHashSet<>();
    Optional<Statement.Zone> next = Optional.of(zone);
    while (next.isPresent() && !resolved.containsKey(next.get().name().text())) {
      if (!names.add(next.get().name().text())) {
        reportCycle(next.get(), names);
        return;
      }
      chain.push(next.get());
      next = parentOf(next.get());
    }
    for (Statement.Zone each : chain) {
      declaration(each).ifPresent(party -> resolved.put(party.name(), party));
    }
  }

  /** Returns the zone; empty if its outer zone is unknown. */
  private Optional<PartyDeclaration.Zone> declaration(Statement.Zone zone) {
    PodLines own = lines.getOrDefault(zone.name().text(), new PodLines(List.of(), List.of()));
    Optional<Nesting> nesting =
        switch (zone.nesting()) {
          case Statement.Nesting.TopLevel() -> Optional.of(new Nesting.TopLevel());
          case Statement.Nesting.Inside(Word parent) -> outer(parent).map(Nesting.Inside::new);
        };
    return nesting.map(
        known ->
            new PartyDeclaration.Zone(
                zone.name().text(),
                known,
                tier(zone),
                own,
                stance(zone, ZoneDirection.INGRESS),
                stance(zone, ZoneDirection.EGRESS),
                zone.name().span()));
  }

  private static PartyDeclaration.Tiering tier(Statement.Zone zone) {
    return switch (zone.tier()) {
      case Statement.Tiering.Unnamed() -> new PartyDeclaration.Tiering.Unnamed();
      case Statement.Tiering.Named(Word tier) -> new PartyDeclaration.Tiering.Named(tier.text());
    };
  }

  private Stance stance(Statement.Zone zone, ZoneDirection direction) {
    List<Statement.ZoneDefault> said =
        zone.defaults().stream().filter(d -> d.direction() == direction).toList();
    String word = direction.name().toLowerCase(Locale.ROOT);
    DuplicateClauses.check("`" + word + "`", said, problems);
    return said.isEmpty()
        ? new Stance.Unsaid()
        : new Stance.Said(said.getFirst().allow(), said.getFirst().span());
  }

  private Optional<PartyDeclaration.Zone> outer(Word name) {
    if (ImportedNames.isQualified(name)) {
      return imports
          .find(name)
          .filter(PartyDeclaration.Imported.class::isInstance)
          .map(party -> ((PartyDeclaration.Imported) party).zone());
    }
    return resolved.get(name.text()) instanceof PartyDeclaration.Zone zone
        ? Optional.of(zone)
        : Optional.empty();
  }

  /** Returns the outer zone of {@code zone} in this module, and reports other names. */
  private Optional<Statement.Zone> parentOf(Statement.Zone zone) {
    return switch (zone.nesting()) {
      case Statement.Nesting.TopLevel() -> Optional.empty();
      case Statement.Nesting.Inside(Word parent) when ImportedNames.isQualified(parent) -> {
        imports
            .checked(parent)
            .filter(party -> !(party instanceof PartyDeclaration.Imported))
            .ifPresent(
                party -> problems.add(PartyNames.notAZone(parent.span(), party, IN_ZONES_ONLY)));
        yield Optional.empty();
      }
      case Statement.Nesting.Inside(Word parent) ->
          table.resolve(parent, module, problems).flatMap(found -> zoneOrReport(found, parent));
    };
  }

  private Optional<Statement.Zone> zoneOrReport(Statement found, Word name) {
    if (found instanceof Statement.Zone zone) {
      return Optional.of(zone);
    }
    PartyDeclaration external = resolved.get(name.text());
    if (external != null) {
      problems.add(PartyNames.notAZone(name.span(), external, IN_ZONES_ONLY));
    }
    return Optional.empty();
  }

  private static String nested(List<String> cycle, int i) {
    return "nested in `" + cycle.get((i + 1) % cycle.size()) + "`";
  }

  private Statement.Zone declared(String name) {
    return (Statement.Zone) table.find(name).orElseThrow();
  }

  /** Each cycle is reported once, at the zone of it that is declared first. */
  private void reportCycle(Statement.Zone start, Set<String> path) {
    List<String> cycle = new ArrayList<>(path);
    cycle.subList(0, cycle.indexOf(start.name().text())).clear();
    Statement.Zone first =
        table.own().stream()
            .map(NameTable.Entry::meaning)
            .filter(Statement.Zone.class::isInstance)
            .map(Statement.Zone.class::cast)
            .filter(zone -> cycle.contains(zone.name().text()))
            .findFirst()
            .orElse(start);
    Collections.rotate(cycle, -cycle.indexOf(first.name().text()));
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0205, first.name().span(), "zone `" + first.name() + "` is nested in itself");
    if (cycle.size() > 1) {
      problem = problem.labelled(nested(cycle, 0));
    }
    for (int i = 1; i < cycle.size() && i <= MOST_SHOWN; i++) {
      Span name = declared(cycle.get(i)).name().span();
      problem = problem.also(name, nested(cycle, i));
    }
    if (cycle.size() > MOST_SHOWN + 1) {
      problem = problem.note(String.join(" in ", cycle) + " in " + cycle.getFirst());
    }
    problems.add(problem);
  }
}

package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarServices;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves services. A service that contains other services has the union of their ports. */
final class ServiceResolution {
  static final NameTable.Kind KIND =
      new NameTable.Kind(
          "service",
          NameSyntax::check,
          Code.ZC0204,
          "not a service",
          "service NAME = tcp/PORT",
          FamiliarServices::help,
          Set.of());

  private final NameTable<Statement.Service> table = new NameTable<>(KIND);
  private final Map<String, Set<PortClause>> known = new HashMap<>();
  private final String module;
  private final ImportedNames imports;
  private final Problems problems;
  private final PortResolution ports;

  ServiceResolution(
      List<Statement.Service> declared,
      List<Statement.Service> builtIn,
      String module,
      ImportedNames imports,
      Problems problems) {
    this.module = module;
    this.imports = imports;
    this.problems = problems;
    this.ports = new PortResolution(problems);
    builtIn.forEach(service -> table.declareBuiltIn(service.name(), service));
    for (Statement.Service service : declared) {
      if (PortResolution.isProtocol(service.name().text())) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0202,
                    service.name().span(),
                    "a service cannot be called `" + service.name() + "`")
                .help("choose another name: this is a protocol, and means all its ports"));
      }
      table.declare(service.name(), service, problems);
    }
    resolveAll();
    // Of two declarations with one name the first counts, but the other one is checked too.
    for (Statement.Service service : declared) {
      service.terms().forEach(term -> clausesOf(term));
      ports.checkTogether(service.terms());
    }
  }

  /** Returns the ports of the module's own services, by name. */
  SortedMap<String, Set<PortClause>> own() {
    SortedMap<String, Set<PortClause>> own = new TreeMap<>();
    for (NameTable.Entry<Statement.Service> entry : table.own()) {
      String name = entry.name().text();
      own.put(name, known.getOrDefault(name, Set.of()));
    }
    return own;
  }

  /** Returns every service by name, including imported ones. */
  SortedMap<String, Service> all() {
    SortedMap<String, Set<PortClause>> named = new TreeMap<>(imports.services());
    named.putAll(known);
    SortedMap<String, Service> all = new TreeMap<>();
    named.forEach(
        (name, clauses) -> {
          if (!clauses.isEmpty()) {
            all.put(name, new Service.Listed(List.copyOf(clauses)));
          }
        });
    return all;
  }

  /**
   * Returns the ports of {@code services}. If all terms are malformed, which is reported, the
   * result is every port.
   */
  Service resolve(Services services) {
    return switch (services) {
      case Services.Anything() -> new Service.Anything();
      case Services.Listed(List<ServiceTerm> terms) -> {
        Set<PortClause> clauses = new LinkedHashSet<>();
        terms.forEach(term -> clauses.addAll(clausesOf(term)));
        ports.checkTogether(terms);
        yield clauses.isEmpty() ? new Service.Anything() : new Service.Listed(List.copyOf(clauses));
      }
    };
  }

  /** Whether {@code term} is a port, or the name of a possible service. */
  boolean names(ServiceTerm term) {
    return PortResolution.isPort(term)
        || !(term instanceof ServiceTerm.Plain(Word name))
        || table.find(name.text()).isPresent();
  }

  private Collection<PortClause> clausesOf(ServiceTerm term) {
    return switch (term) {
      case ServiceTerm.Plain(Word name)
          when !PortResolution.isPort(term) && ImportedNames.isQualified(name) ->
          imports.service(name);
      case ServiceTerm.Plain(Word name)
          when FamiliarServices.isUngoverned(name.text()) && table.find(name.text()).isEmpty() -> {
        problems.add(PortResolution.ungoverned(name.text(), name.span()));
        yield Set.of();
      }
      case ServiceTerm.Plain(Word name) when !PortResolution.isPort(term) ->
          table
              .resolve(name, module, problems)
              .map(service -> known.getOrDefault(service.name().text(), Set.of()))
              .orElse(Set.of());
      case ServiceTerm other -> ports.resolve(other).stream().toList();
    };
  }

  /** Resolves all services depth first, with an explicit stack, because chains can be long. */
  private void resolveAll() {
    List<NameTable.Entry<Statement.Service>> entries = new ArrayList<>(table.builtIn());
    entries.addAll(table.own());
    for (NameTable.Entry<Statement.Service> entry : entries) {
      Deque<Statement.Service> open = new ArrayDeque<>();
      Set<String> onPath = new LinkedHashSet<>();
      open.push(entry.meaning());
      while (!open.isEmpty()) {
        Statement.Service top = open.element();
        onPath.add(top.name().text());
        Optional<Statement.Service> next = firstUnknown(top, onPath);
        if (next.isPresent()) {
          open.push(next.get());
        } else {
          finish(top);
          open.pop();
          onPath.remove(top.name().text());
        }
      }
    }
  }

  private void finish(Statement.Service service) {
    Set<PortClause> clauses = new LinkedHashSet<>();
    if (!known.containsKey(service.name().text())) {
      service.terms().forEach(term -> clauses.addAll(clausesOf(term)));
      known.put(service.name().text(), clauses);
    }
  }

  private Optional<Statement.Service> firstUnknown(Statement.Service service, Set<String> onPath) {
    for (ServiceTerm term : service.terms()) {
      if (term instanceof ServiceTerm.Plain(Word name) && !PortResolution.isPort(term)) {
        Optional<Statement.Service> used = table.find(name.text());
        if (used.isPresent() && !known.containsKey(name.text())) {
          if (!onPath.contains(name.text())) {
            return used;
          }
          problems.add(
              Diagnostic.error(
                      Code.ZC0214, name.span(), "the service `" + name + "` includes itself")
                  .help("remove it: a service consists of ports and other services"));
        }
      }
    }
    return Optional.empty();
  }
}

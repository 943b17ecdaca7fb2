package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.compiler.reference.Declaration;
import dev.zonec.compiler.reference.ModuleReferences;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import dev.zonec.kubernetes.world.Inventory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the names that containers give to the ports of flows, and the numbers of named ports. */
public final class PortHints {
  private final ProgramState state;
  private final Destinations destinations;
  private final List<Hint> hints = new ArrayList<>();

  private PortHints(ProgramState state) {
    this.state = state;
    this.destinations = new Destinations(state, DeployedNames.of(state));
  }

  /**
   * A hint behind a port.
   *
   * @param span the port
   * @param text the name or the number
   */
  public record Hint(Span span, String text) {}

  /**
   * Returns the hints of the source {@code file}, for ports whose containers in the destinations
   * agree on one name or number.
   */
  public static List<Hint> of(ProgramState state, Path file) {
    ModuleReferences program = state.references().program();
    if (state.variants().isEmpty() || program.source(file).isEmpty()) {
      return List.of();
    }
    PortHints search = new PortHints(state);
    Map<String, Set<String>> targets = new LinkedHashMap<>();
    program
        .sources()
        .values()
        .forEach(
            source ->
                Statements.all(source.file().statements())
                    .filter(Statement.Allow.class::isInstance)
                    .forEach(each -> search.collect((Statement.Allow) each, targets)));
    program
        .source(file)
        .ifPresent(
            source ->
                Statements.all(source.getValue().file().statements())
                    .forEach(each -> search.visit(each, targets)));
    return search.hints;
  }

  /** Records the destinations of each service that the flow names. */
  private void collect(Statement.Allow flow, Map<String, Set<String>> targets) {
    for (Parties.Member member : members(flow)) {
      for (Services services : List.of(member.services(), flow.services())) {
        if (services instanceof Services.Listed(List<ServiceTerm> terms)) {
          for (ServiceTerm term : terms) {
            if (term instanceof ServiceTerm.Plain(Word word)) {
              targets
                  .computeIfAbsent(word.text(), name -> new LinkedHashSet<>())
                  .add(member.name().text());
            }
          }
        }
      }
    }
  }

  private static List<Parties.Member> members(Statement.Allow flow) {
    return switch (flow.ends()) {
      case Statement.FlowEnds.To(Parties from, Parties to) -> to.members();
      case Statement.FlowEnds.Both(Parties left, Parties right) -> {
        List<Parties.Member> both = new ArrayList<>(left.members());
        both.addAll(right.members());
        yield both;
      }
      case Statement.FlowEnds.Within(Parties zones) -> zones.members();
    };
  }

  private void visit(Statement statement, Map<String, Set<String>> targets) {
    switch (statement) {
      case Statement.Allow flow -> {
        Set<String> all = new LinkedHashSet<>();
        for (Parties.Member member : members(flow)) {
          all.add(member.name().text());
          hint(member.services(), Set.of(member.name().text()));
        }
        hint(flow.services(), all);
      }
      case Statement.Service service -> {
        Declaration declared = state.references().program().services().get(service.name().text());
        if (declared != null && declared.span().equals(service.name().span())) {
          hint(
              new Services.Listed(service.terms()),
              targets.getOrDefault(service.name().text(), Set.of()));
        }
      }
      default -> {}
    }
  }

  private void hint(Services services, Set<String> zones) {
    if (!(services instanceof Services.Listed(List<ServiceTerm> terms)) || zones.isEmpty()) {
      return;
    }
    List<Inventory.DeclaredPort> ports =
        destinations.of(zones).flatMap(workload -> workload.ports().stream()).toList();
    for (ServiceTerm term : terms) {
      Set<String> found =
          switch (term) {
            case ServiceTerm.Plain(Word word) ->
                ports.stream()
                    .filter(port -> DeployedNames.written(port).equals(word.text()))
                    .map(Inventory.DeclaredPort::name)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            case ServiceTerm.NamedPort named ->
                ports.stream()
                    .filter(port -> port.name().equals(named.port().text()))
                    .filter(
                        port ->
                            port.protocol()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .equals(named.protocol().text()))
                    .map(port -> Integer.toString(port.number()))
                    .collect(Collectors.toCollection(TreeSet::new));
          };
      if (found.size() == 1) {
        hints.add(new Hint(term.span(), found.iterator().next()));
      }
    }
  }
}

package dev.zonec.compiler.resolve;

import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code foreach} statement whose zones are written as zones of the program, nested in the zone
 * of all pods of the namespaces.
 *
 * @param statement the statement
 * @param zones its zones; the first one is the zone of all pods of a namespace
 */
record ForeachBlock(Statement.Foreach statement, List<Statement.Zone> zones) {
  static ForeachBlock of(Statement.Foreach statement) {
    Word name = statement.alias().name();
    List<Statement.Zone> zones = new ArrayList<>();
    zones.add(
        new Statement.Zone(
            statement.docs(),
            name,
            new Statement.Nesting.TopLevel(),
            new Statement.Tiering.Unnamed(),
            List.of(
                new Statement.PodClause.NamespaceSelector(
                    statement.namespaces(), statement.namespaces().getFirst().key().nodeSpan())),
            List.of(),
            statement.nodeSpan()));
    for (Statement inner : statement.body()) {
      if (inner instanceof Statement.Zone zone) {
        zones.add(
            zone.nesting() instanceof Statement.Nesting.TopLevel
                ? new Statement.Zone(
                    zone.docs(),
                    zone.name(),
                    new Statement.Nesting.Inside(name),
                    zone.tier(),
                    zone.clauses().stream()
                        .filter(Statement.PodClause.PodSelector.class::isInstance)
                        .toList(),
                    zone.defaults(),
                    zone.nodeSpan())
                : zone);
      }
    }
    return new ForeachBlock(statement, List.copyOf(zones));
  }

  /** Returns the first of {@code blocks} with a zone called {@code name}. */
  static Optional<ForeachBlock> with(String name, List<ForeachBlock> blocks) {
    return blocks.stream().filter(block -> block.names().contains(name)).findFirst();
  }

  /** Returns the names of its zones. */
  Set<String> names() {
    return zones.stream().map(zone -> zone.name().text()).collect(Collectors.toSet());
  }

  /** Returns its statements of one kind. */
  <T extends Statement> List<T> statements(Class<T> kind) {
    return statement.body().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

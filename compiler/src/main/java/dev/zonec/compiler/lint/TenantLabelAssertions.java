package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Nesting;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.TrustLevel;
import dev.zonec.grammar.tree.Word;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds assertions about zones that depend on labels which everyone who deploys pods can set.
 * Opt-in, because by default tenants can set every label.
 */
final class TenantLabelAssertions implements Check.OfProgram {
  @Override
  public Set<Code> codes() {
    return Set.of(Code.ZC1012);
  }

  @Override
  public boolean optIn() {
    return true;
  }

  @Override
  public void run(LintSubject subject, Consumer<Finding> findings) {
    Set<String> trusted = new TreeSet<>();
    subject
        .statements(Statement.Trust.class)
        .filter(trust -> trust.level() != TrustLevel.TENANT)
        .forEach(trust -> trusted.add(trust.key().text()));
    Map<String, Statement.Zone> zones = new HashMap<>();
    subject.statements(Statement.Zone.class).forEach(z -> zones.put(z.name().text(), z));
    subject
        .statements(Statement.Assert.class)
        .forEach(
            claim -> {
              Set<String> keys = new TreeSet<>();
              NamedParties.statement(claim).forEach(name -> addKeys(name, zones, keys));
              keys.removeAll(trusted);
              if (!keys.isEmpty()) {
                findings.accept(finding(claim, keys));
              }
            });
  }

  /** Adds the labels that the zone and its outer zones are selected by. */
  private static void addKeys(Word name, Map<String, Statement.Zone> zones, Set<String> keys) {
    Set<String> seen = new LinkedHashSet<>();
    String next = name.text();
    while (zones.containsKey(next) && seen.add(next)) {
      Statement.Zone zone = zones.get(next);
      for (PodClause clause : zone.clauses()) {
        keysOf(clause).forEach(requirement -> keys.add(requirement.key().text()));
      }
      next = zone.nesting() instanceof Nesting.Inside(Word parent) ? parent.text() : "";
    }
  }

  private static List<RequirementTree> keysOf(PodClause clause) {
    return switch (clause) {
      case PodClause.NamespaceNames names -> List.of();
      case PodClause.NamespaceSelector selector -> selector.requirements();
      case PodClause.PodSelector selector -> selector.requirements();
    };
  }

  private static Finding finding(Statement.Assert claim, Set<String> keys) {
    String noun = keys.size() == 1 ? "a label" : "labels";
    String labels = keys.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    return Finding.of(
        Diagnostic.warning(
                Code.ZC1012,
                claim.claim().span(),
                "assertion `"
                    + claim.name()
                    + "` depends on "
                    + noun
                    + " that tenants can set: "
                    + labels)
            .help(
                "if only administrators can set "
                    + (keys.size() == 1 ? "it" : "them")
                    + ", declare `trust label "
                    + keys.iterator().next()
                    + " admin-only`"));
  }
}

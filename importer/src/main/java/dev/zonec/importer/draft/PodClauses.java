package dev.zonec.importer.draft;

import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Word;
import dev.zonec.importer.set.PodCube;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Writes conditions on pods as clauses of a zone or external. */
final class PodClauses {
  private PodClauses() {}

  static List<PodClause> of(PodCube pods) {
    List<PodClause> lines = new ArrayList<>();
    Selector namespaces = pods.namespaces();
    if (namespaces.requirements().size() == 1
        && namespaces.requirements().getFirst() instanceof Requirement.In(var key, var names)
        && key.equals(Namespace.NAME_LABEL)) {
      lines.add(new PodClause.NamespaceNames(DraftWords.words(names), DraftWords.NOWHERE));
    } else if (!namespaces.selectsEverything()) {
      lines.add(new PodClause.NamespaceSelector(requirements(namespaces), DraftWords.NOWHERE));
    }
    if (!pods.pods().selectsEverything()) {
      lines.add(new PodClause.PodSelector(requirements(pods.pods()), DraftWords.NOWHERE));
    }
    return lines;
  }

  private static List<RequirementTree> requirements(Selector selector) {
    return selector.requirements().stream().map(PodClauses::requirement).toList();
  }

  private static RequirementTree requirement(Requirement requirement) {
    Word key = DraftWords.word(requirement.key());
    return switch (requirement) {
      case Requirement.In(var k, var values) ->
          values.size() == 1
              ? new RequirementTree.Is(key, DraftWords.value(values.first()))
              : new RequirementTree.IsIn(key, values(values));
      case Requirement.NotIn(var k, var values) ->
          values.size() == 1
              ? new RequirementTree.IsNot(key, DraftWords.value(values.first()))
              : new RequirementTree.IsNotIn(key, values(values));
      case Requirement.Exists exists -> new RequirementTree.Present(key);
      case Requirement.DoesNotExist absent -> new RequirementTree.Absent(key);
    };
  }

  private static List<Word> values(SortedSet<String> values) {
    return values.stream().map(DraftWords::value).toList();
  }
}

package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PodLines.NamespaceLine;
import dev.zonec.compiler.resolve.PodLines.PodLine;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Resolves the clauses that select pods. */
final class PodLineResolution {
  private final Problems problems;
  private final SelectorResolution selectors;

  PodLineResolution(Problems problems) {
    this.problems = problems;
    this.selectors = new SelectorResolution(problems);
  }

  PodLines resolve(List<PodClause> clauses) {
    List<NamespaceLine> namespaces = new ArrayList<>();
    List<PodLine> pods = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>();
    List<Span> named = new ArrayList<>();
    for (PodClause clause : clauses) {
      Span span = clause.span();
      switch (clause) {
        case PodClause.NamespaceNames line -> {
          line.names().forEach(name -> names.add(namespace(name)));
          named.add(span);
        }
        case PodClause.NamespaceSelector line ->
            namespaces.add(
                new NamespaceLine(
                    new NamespaceSet.Selected(selectors.resolve(line.requirements())), span));
        case PodClause.PodSelector line ->
            pods.add(new PodLine(selectors.resolve(line.requirements()), span));
      }
    }
    if (!named.isEmpty()) {
      namespaces.addFirst(
          new NamespaceLine(new NamespaceSet.Named(names, Selector.EVERYTHING), named.getFirst()));
    }
    return new PodLines(namespaces, pods);
  }

  private String namespace(Word name) {
    if (!LabelSyntax.isDnsLabel(name.text())) {
      String lower = name.text().toLowerCase(Locale.ROOT);
      Diagnostic problem =
          Diagnostic.error(
              Code.ZC0207, name.span(), "`" + name + "` is not a valid name for a namespace");
      problems.add(
          LabelSyntax.isDnsLabel(lower)
              ? problem.help("use lower case: `" + lower + "`")
              : problem.help(
                  "use up to 63 lower-case letters, digits and `-`, with a letter or digit at both"
                      + " ends"));
    }
    return name.text();
  }
}

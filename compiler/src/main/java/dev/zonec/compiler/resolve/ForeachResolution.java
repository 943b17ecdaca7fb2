package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks {@code foreach} statements: their selectors and the statements inside them. */
final class ForeachResolution {
  /**
   * The greatest number of different selectors. A namespace can match several, and every
   * combination is proved.
   */
  private static final int MOST = 3;

  private final Problems problems;
  private final SelectorResolution selectors = new SelectorResolution(new Problems());

  ForeachResolution(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns the blocks of {@code statements}, and reports statements that do not belong in a block.
   */
  List<ForeachBlock> blocks(List<Statement> statements) {
    List<ForeachBlock> blocks = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Foreach foreach) {
        ForeachBlock block = ForeachBlock.of(foreach);
        check(block);
        blocks.add(block);
      }
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.Zone zone
          && zone.nesting() instanceof Statement.Nesting.Inside(Word parent)) {
        ForeachBlock.with(parent.text(), blocks)
            .ifPresent(block -> problems.add(outside(parent, block)));
      }
    }
    return blocks;
  }

  /** Returns the error for naming {@code name}, a zone of {@code block}, outside of the block. */
  static Diagnostic outside(Word name, ForeachBlock block) {
    Span there = block.statement().alias().name().span();
    return Diagnostic.error(
            Code.ZC0237,
            name.span(),
            "`" + name + "` is a zone of a `foreach`, and is named outside of it")
        .labelled("outside of the `foreach`, no namespace is meant")
        .also(there, "the `foreach` that declares `" + name + "`")
        .help("write the statement inside of the `foreach`");
  }

  /** Returns the declarations of {@code blocks}, and reports too many selectors. */
  List<ForeachDeclaration> declarations(List<ForeachBlock> blocks) {
    List<ForeachDeclaration> declarations = new ArrayList<>();
    Set<Selector> different = new LinkedHashSet<>();
    for (ForeachBlock block : blocks) {
      // Errors in the selector are reported where it selects a zone.
      Selector namespaces = selectors.resolve(block.statement().namespaces());
      Span span = block.statement().alias().name().span();
      if (different.add(namespaces) && different.size() == MOST + 1) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0312,
                    whereOf(block),
                    "`foreach` with more than " + MOST + " different selectors")
                .note("a namespace may match several, so every combination is proved")
                .help("give the namespaces a common label, or put some into another program"));
      }
      declarations.add(
          new ForeachDeclaration(
              namespaces,
              block.zones().stream().map(zone -> zone.name().text()).distinct().toList(),
              span));
    }
    return declarations;
  }

  private static Span whereOf(ForeachBlock block) {
    return block.statement().namespaces().getFirst().key().span();
  }

  private void check(ForeachBlock block) {
    checkSelector(block);
    Set<String> own = block.names();
    for (Statement inner : block.statement().body()) {
      switch (inner) {
        case Statement.Zone zone -> checkZone(zone, own);
        case Statement.Allow allow -> {}
        case Statement.Assert claim -> {}
        case Statement.Disjoint disjoint -> {}
        case Statement.Service s -> misplaced(s.name(), "a service");
        case Statement.External s -> misplaced(s.name(), "an external");
        case Statement.Waive s -> misplaced(s.assertion(), "a waiver");
        case Statement.Trust s -> misplaced(s.key(), "`trust`");
        case Statement.Cluster s -> misplaced(s, "`cluster`");
        case Statement.Defaults s -> misplaced(s, "`defaults`");
        case Statement.Assume s -> misplaced(s, "`assume`");
        case Statement.Emit s -> misplaced(s, "`emit`");
        case Statement.Module s -> misplaced(s, "`module`");
        case Statement.Import s -> misplaced(s, "`import`");
        case Statement.Param s -> misplaced(s, "`param`");
        case Statement.When s -> misplaced(s, "`when`");
        case Statement.Foreach s -> misplaced(s, "`foreach`");
      }
    }
  }

  private void checkSelector(ForeachBlock block) {
    boolean positive = false;
    for (RequirementTree requirement : block.statement().namespaces()) {
      if (requirement.key().text().equals(Namespace.NAME_LABEL)) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0235,
                    requirement.key().span(),
                    "`foreach` selects namespaces by a label, not by name")
                .labelled("no namespace that is yet to come could match")
                .help("label the namespaces, and write `foreach namespace with LABEL=VALUE`"));
        return;
      }
      positive |=
          switch (requirement) {
            case RequirementTree.Present r -> true;
            case RequirementTree.Is r -> true;
            case RequirementTree.IsIn r -> true;
            case RequirementTree.Absent r -> false;
            case RequirementTree.IsNot r -> false;
            case RequirementTree.IsNotIn r -> false;
          };
    }
    if (!positive) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0235, whereOf(block), "`foreach` asks for no label that namespaces have")
              .labelled("a namespace without any label matches, `kube-system` too")
              .help("ask for a label that they all have: `foreach namespace with tenant=true`"));
    }
  }

  private void checkZone(Statement.Zone zone, Set<String> own) {
    for (PodClause clause : zone.clauses()) {
      if (!(clause instanceof PodClause.PodSelector)) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0236,
                    clause.span(),
                    "`" + zone.name() + "` lies in each namespace of its `foreach`")
                .help("leave the line out, or declare the zone outside of the `foreach`"));
      }
    }
    if (zone.nesting() instanceof Statement.Nesting.Inside(Word parent)
        && !own.contains(parent.text())) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0236,
                  parent.span(),
                  "`" + zone.name() + "` lies in each namespace of its `foreach`")
              .labelled("this is no zone of it")
              .help("leave `in " + parent + "` out, or declare the zone outside of the `foreach`"));
    }
  }

  private void misplaced(Word word, String what) {
    misplaced(word.span(), what);
  }

  private void misplaced(Statement where, String what) {
    misplaced(where.span(), what);
  }

  private void misplaced(Span span, String what) {
    problems.add(
        Diagnostic.error(Code.ZC0234, span, what + " does not stand inside of `foreach`")
            .labelled("it would be the same in every namespace")
            .help("write it outside; zones, flows, assertions and `disjoint` stand inside"));
  }
}

package dev.zonec.compiler.lint;

import dev.zonec.compiler.CheckedVariant;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.ignore.CommentedStatements;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs lint. */
public final class Linting {
  /** Codes of warnings that every command reports, and lint too. */
  private static final Set<Code> WARNINGS =
      Set.of(
          Code.ZC0210,
          Code.ZC0405,
          Code.ZC0408,
          Code.ZC0551,
          Code.ZC2002,
          Code.ZC2007,
          Code.ZC2008);

  private final LintOptions options;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Code> looked = EnumSet.noneOf(Code.class);

  private Linting(LintOptions options) {
    this.options = options;
  }

  /**
   * Returns the findings of the program in {@code sources}. If the program has errors, they are the
   * only findings.
   */
  public static LintResult lint(ProgramSources sources, LintOptions options) {
    Problems problems = new Problems();
    List<CheckedVariant> variants =
        CheckedVariant.all(
            sources,
            new CompileOptions(
                options.asOf(), ExpiredFlows.ERROR, List.of(), options.params(), options.ends()),
            problems);
    if (problems.hasErrors()) {
      return new LintResult(problems.inOrder().stream().map(Repairs::of).toList(), List.of());
    }
    Linting linting = new Linting(options);
    linting.looked.addAll(WARNINGS);
    problems.inOrder().forEach(warning -> linting.findings.add(Finding.of(warning)));
    List<OutlinedSource> outlined = outlined(sources);
    Set<Span> commented = CommentedStatements.in(outlined);
    linting.runChecks(variants.stream().map(variant -> subject(variant, commented)).toList());
    return linting.result(outlined);
  }

  private static LintSubject subject(CheckedVariant variant, Set<Span> commented) {
    List<Statement> all =
        variant.variant().graph().program().sources().stream()
            .flatMap(source -> source.statements().stream())
            .flatMap(Linting::withBody)
            .toList();
    return new LintSubject(
        all, commented, variant.variant().used(), variant.resolved(), variant.lowered());
  }

  /** Returns the statement and the statements in its body. */
  private static Stream<Statement> withBody(Statement statement) {
    return statement instanceof Statement.Foreach foreach
        ? Stream.concat(Stream.of(foreach), foreach.body().stream())
        : Stream.of(statement);
  }

  private static List<OutlinedSource> outlined(ProgramSources sources) {
    List<OutlinedSource> outlined = new ArrayList<>();
    for (Source source : sources.sources()) {
      switch (ZoneParsing.outlined(source.text())) {
        case Parsed.Tree<OutlinedSource>(OutlinedSource read) -> outlined.add(read);
        case Parsed.Malformed<OutlinedSource>(var problems) ->
            throw new IllegalStateException(source.text() + " was well formed: " + problems);
      }
    }
    return outlined;
  }

  /**
   * Runs the checks on each variant. A finding counts only if every variant with the statement has
   * it, because another variant may need the statement.
   */
  private void runChecks(List<LintSubject> variants) {
    List<List<Finding>> found = variants.stream().map(this::run).toList();
    Set<Finding> all = new LinkedHashSet<>();
    found.forEach(all::addAll);
    for (Finding finding : all) {
      boolean everywhere = true;
      for (int i = 0; i < variants.size(); i++) {
        everywhere &= found.get(i).contains(finding) || !has(variants.get(i), finding);
      }
      if (everywhere) {
        findings.add(finding);
      }
    }
  }

  private static boolean has(LintSubject variant, Finding finding) {
    return finding.diagnostic().place() instanceof Place.At(Span span) && variant.holds(span);
  }

  private List<Finding> run(LintSubject subject) {
    List<Finding> found = new ArrayList<>();
    for (Check check : Checks.ALL) {
      Deadline.check();
      if (check.optIn() && check.codes().stream().noneMatch(options.enabled()::contains)) {
        continue;
      }
      switch (check) {
        case Check.OfProgram it -> {
          looked.addAll(check.codes());
          it.run(subject, found::add);
        }
        case Check.OfDeployment it -> {
          if (options.deployed() instanceof Deployed.Known known) {
            looked.addAll(check.codes());
            it.run(subject, known, found::add);
          }
        }
      }
    }
    return found;
  }

  private LintResult result(List<OutlinedSource> outlined) {
    looked.removeAll(options.disabled());
    IgnoredFindings divided = IgnoredFindings.of(findings, IgnoreComments.of(outlined), looked);
    List<Finding> left = divided.remaining();
    Problems order = new Problems();
    left.forEach(finding -> order.add(finding.diagnostic()));
    List<Diagnostic> sorted = order.inOrder();
    return new LintResult(
        left.stream()
            .filter(finding -> !options.disabled().contains(finding.diagnostic().code()))
            .sorted(Comparator.comparingInt(finding -> sorted.indexOf(finding.diagnostic())))
            .distinct()
            .toList(),
        divided.suppressed().stream()
            .filter(each -> !options.disabled().contains(each.problem().code()))
            .distinct()
            .toList());
  }
}

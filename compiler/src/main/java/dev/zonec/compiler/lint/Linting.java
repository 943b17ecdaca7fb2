package dev.zonec.compiler.lint;

import dev.zonec.compiler.check.ProgramChecks;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.Lowering;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.ProgramResolution;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what is better done otherwise. */
public final class Linting {
  /** Warnings of every command; a comment can take them back here. */
  private static final Set<Code> WARNINGS = Set.of(Code.ZC0210, Code.ZC0405, Code.ZC2002);

  private final LintOptions options;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Code> looked = EnumSet.noneOf(Code.class);

  private Linting(LintOptions options) {
    this.options = options;
  }

  /**
   * Every finding of the program in {@code sources}. Where the program does not make sense, its
   * errors are the findings, and nothing else is looked at.
   */
  public static LintResult lint(ProgramSources sources, LintOptions options) {
    Problems problems = new Problems();
    problems.addAll(sources.problems());
    Optional<ResolvedProgram> resolved =
        ProgramResolution.resolve(sources.sources().stream().map(Source::text).toList(), problems);
    Optional<LoweredProgram> lowered =
        resolved.map(
            program -> {
              LoweredProgram model = Lowering.lower(program, problems);
              ProgramChecks.run(program, model, options.asOf(), problems);
              return model;
            });
    if (resolved.isEmpty() || lowered.isEmpty() || problems.hasErrors()) {
      return new LintResult(problems.inOrder().stream().map(Repairs::of).toList());
    }
    Linting linting = new Linting(options);
    linting.looked.addAll(WARNINGS);
    problems.inOrder().forEach(warning -> linting.findings.add(Finding.of(warning)));
    List<OutlinedSource> outlined = outlined(sources);
    linting.runChecks(new LintSubject(outlined, resolved.get(), lowered.get()));
    return linting.result(outlined);
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

  private void runChecks(LintSubject subject) {
    for (Check check : Checks.ALL) {
      if (check.optIn() && check.codes().stream().noneMatch(options.enabled()::contains)) {
        continue;
      }
      switch (check) {
        case Check.OfProgram it -> {
          looked.addAll(check.codes());
          it.run(subject, findings::add);
        }
        case Check.OfDeployment it -> {
          if (options.deployed() instanceof Deployed.Known known) {
            looked.addAll(check.codes());
            it.run(subject, known, findings::add);
          }
        }
      }
    }
  }

  private LintResult result(List<OutlinedSource> outlined) {
    looked.removeAll(options.disabled());
    List<Finding> left = new IgnoreComments(outlined).apply(findings, looked);
    Problems order = new Problems();
    left.forEach(finding -> order.add(finding.diagnostic()));
    List<Diagnostic> sorted = order.inOrder();
    return new LintResult(
        left.stream()
            .filter(finding -> !options.disabled().contains(finding.diagnostic().code()))
            .sorted(Comparator.comparingInt(finding -> sorted.indexOf(finding.diagnostic())))
            .distinct()
            .toList());
  }
}

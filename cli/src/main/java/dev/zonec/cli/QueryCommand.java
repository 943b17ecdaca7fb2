package dev.zonec.cli;

import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.Prelude;
import dev.zonec.compiler.resolve.QueryResolution;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.QueryTree;
import dev.zonec.model.label.Selector;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.report.AnswerData;
import dev.zonec.verifier.report.AnswerText;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code zonec query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Answers what can connect to what, among what the manifests declare.",
      "'A -> B' asks for connections, 'A ~> B' for paths of any number of hops; ': SERVICE' narrows"
          + " them. An end is a zone, an external, namespace/workload, pods(app=x) in namespace(y),"
          + " svc/namespace/service, ingress (what Ingresses and routes let in),"
          + " an address or *. 'prelude' prints the built-in names."
    })
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  enum Format {
    TEXT,
    JSON
  }

  @Parameters(index = "0", paramLabel = "QUESTION", description = "such as 'web ~> redis'")
  private String question = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description = "sources whose zones and externals the question may name")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(
      names = "--semantics",
      paramLabel = "READING",
      defaultValue = "may",
      description =
          "may: what some implementation allows; must: what every one does" + " (default: may)")
  private ReadingChoice semantics = ReadingChoice.MAY;

  enum ReadingChoice {
    MAY,
    MUST
  }

  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Reading reading = assume.may().withPermissive(semantics == ReadingChoice.MAY);
    Console console = options.console();
    if (question.equals("prelude")) {
      console.print(Prelude.source().content());
      return ExitCode.HOLDS.number();
    }
    List<Diagnostic> missing = manifests.missing();
    if (!missing.isEmpty()) {
      console.report(missing);
      return ExitCode.BAD_INPUT.number();
    }
    LocalDate today = Dates.orToday(null);
    // Without sources there are still the prelude's names.
    ProgramSources sources =
        zones.isEmpty()
            ? ProgramSources.of(List.of(Source.of("(no sources)", "module query\n")))
            : program.sources(zones);
    ProgramOptions.Given given = program.given();
    if (!given.problems().isEmpty()) {
      console.report(given.problems());
      return ExitCode.BAD_INPUT.number();
    }
    return switch (Compiler.load(sources, given.params(), today)) {
      case Loading.Rejected(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT.number();
      }
      case Loading.Loaded loaded when loaded.standard().size() > 1 -> {
        console.report(List.of(open(loaded.standard())));
        yield ExitCode.BAD_INPUT.number();
      }
      case Loading.Loaded loaded -> ask(loaded.standard().getFirst(), reading, console).number();
    };
  }

  private static Diagnostic open(List<LoadedVariant> variants) {
    String some =
        variants.stream()
            .limit(4)
            .map(variant -> "`" + variant.label() + "`")
            .collect(Collectors.joining(", "));
    return Diagnostic.error(Code.ZC0112, "the program depends on parameters that have no value")
        .note("it could be asked with " + some + (variants.size() > 4 ? ", …" : ""))
        .help("give them values with `-p NAME=VALUE`");
  }

  private ExitCode ask(LoadedVariant loaded, Reading reading, Console console) {
    SourceText text = new SourceText("(question)", question);
    Problems problems = new Problems();
    Optional<Query> query =
        switch (ZoneParsing.query(text)) {
          case Parsed.Malformed<QueryTree>(var found) -> {
            problems.addAll(found);
            yield Optional.empty();
          }
          case Parsed.Tree<QueryTree>(var tree) ->
              new QueryResolution(loaded.program(), loaded.unused(), loaded.services(), problems)
                  .resolve(tree);
        };
    if (query.isEmpty()) {
      console.report(problems.inOrder());
      return ExitCode.USAGE;
    }
    if (!manifests.given()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "a question is about manifests: give some with -m PATH, or a cluster with -k");
    }
    List<Selector> asked = new ArrayList<>(loaded.program().podSelectors());
    asked.addAll(query.get().podSelectors());
    ManifestOptions.Read read = manifests.read(manifests.load(options.progress(console)), asked);
    if (!read.unusable().isEmpty()) {
      console.report(read.unusable());
      return ExitCode.BAD_INPUT;
    }
    read.tell(console, options);
    List<Gap> gaps = new ArrayList<>(read.gaps());
    gaps.addAll(read.guesses());
    QueryEngine engine = new QueryEngine(read.world(), loaded.program(), reading);
    gaps.addAll(engine.missing(query.get()).stream().map(Gap::new).toList());
    console.report(gaps.stream().map(Gap::problem).toList());
    List<Diagnostic> unknown = engine.problems(query.get());
    if (!unknown.isEmpty()) {
      console.report(unknown);
      return ExitCode.USAGE;
    }
    Answer answer = engine.answer(query.get());
    switch (format) {
      case TEXT -> AnswerText.lines(question, answer).forEach(console::line);
      case JSON ->
          console.line(
              new JsonMapper()
                  .writerWithDefaultPrettyPrinter()
                  .writeValueAsString(AnswerData.of(question, answer)));
    }
    if (!gaps.isEmpty()) {
      console.remark("the answer does not cover what is reported above");
      return ExitCode.INCONCLUSIVE;
    }
    if (!(read.coverage() instanceof Coverage.Whole) && !manifests.acceptsUnread()) {
      console.remark(
          "the answer covers the namespaces that were read; accept that with --skip-unreadable");
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.HOLDS;
  }
}

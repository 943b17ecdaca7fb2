package dev.zonec.application.editing.program;

import dev.zonec.application.input.ProgramRequest;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.reference.References;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.grammar.parser.PartialSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program at one time, with what is known without a proof.
 *
 * @param inputs what it is verified with
 * @param params the values of its parameters
 * @param sources its sources
 * @param references its names
 * @param variants its variants; none if it has errors
 * @param problems its errors and warnings
 * @param deployment what the manifests show
 * @param files the files that were read, other than manifests
 */
public record ProgramState(
    ProgramInputs inputs,
    GivenParams params,
    ProgramSources sources,
    References references,
    List<LoadedVariant> variants,
    List<Diagnostic> problems,
    Deployment deployment,
    ReadPaths files) {
  /** Copies the lists. */
  public ProgramState {
    variants = List.copyOf(variants);
    problems = List.copyOf(problems);
  }

  /** Reads and checks the program. */
  static ProgramState of(ProgramInputs inputs, Deployment deployment, ReadPaths files) {
    return files.during(() -> read(inputs, deployment, files));
  }

  private static ProgramState read(ProgramInputs inputs, Deployment deployment, ReadPaths files) {
    ProgramRequest.Given given = inputs.program().given();
    ProgramSources sources = inputs.program().sources();
    References references = References.of(sources);
    List<Diagnostic> problems = new ArrayList<>(given.problems());
    problems.addAll(deployment.problems());
    List<LoadedVariant> variants =
        switch (Compiler.load(
            sources, inputs.program().options(List.of(), given.params(), deployment.ends()))) {
          case Loading.Rejected(var found) -> {
            problems.addAll(found);
            yield List.of();
          }
          case Loading.Loaded(var loaded, var warnings, var suppressed) -> {
            problems.addAll(warnings);
            yield loaded;
          }
        };
    return new ProgramState(
        inputs, given.params(), sources, references, variants, problems, deployment, files);
  }

  /** Reads the names of the program, and does not check it. */
  static ProgramState named(ProgramInputs inputs, ReadPaths files) {
    return files.during(
        () -> {
          ProgramSources sources = inputs.program().sources();
          return new ProgramState(
              inputs,
              GivenParams.NONE,
              sources,
              References.of(sources),
              List.of(),
              List.of(),
              Deployment.none(),
              files);
        });
  }

  /** Whether {@code other} is this state, and not only an equal one. */
  public boolean isSame(ProgramState other) {
    // Each state has a record of its own, which is equal to itself only.
    return files.equals(other.files);
  }

  /** Returns the source of {@code file}, if the program or a module that it imports has it. */
  public Optional<Map.Entry<Source, PartialSource>> source(Path file) {
    return references.module(file).flatMap(module -> module.source(file));
  }

  /** Returns the text of {@code file}, if the program or a module that it imports has it. */
  public Optional<SourceText> text(Path file) {
    return source(file).map(found -> found.getKey().text());
  }

  /** Returns the file of the program's first source. */
  public Optional<Path> first() {
    return sources.sources().stream().flatMap(source -> file(source.text()).stream()).findFirst();
  }

  /** Returns the file of a text of the program; empty for the prelude and for manifests. */
  public Optional<Path> file(SourceText text) {
    return references
        .sources()
        .map(Map.Entry::getKey)
        .filter(source -> source.text() == text)
        .map(Source::location)
        .filter(Source.Location.OnDisk.class::isInstance)
        .map(location -> ((Source.Location.OnDisk) location).file())
        .findFirst();
  }
}

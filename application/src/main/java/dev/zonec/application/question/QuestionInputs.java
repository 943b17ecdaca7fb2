package dev.zonec.application.question;

import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.LoadedManifests;
import dev.zonec.application.input.OpenParameters;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.verify.CompiledOrigins;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Gap;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs of a question: the program whose names it may use, and the manifests that it is about.
 */
public sealed interface QuestionInputs {
  /** The inputs cannot be used. */
  record Unusable(List<Diagnostic> problems) implements QuestionInputs {}

  /**
   * The inputs are loaded.
   *
   * @param given whether the user gave a program; otherwise only built-in names can be used
   */
  record Ready(
      LoadedVariant variant,
      ProgramSources sources,
      boolean given,
      LoadedManifests loaded,
      QuestionRequest request)
      implements QuestionInputs {
    /** Returns the program, or an empty one with the built-in names. */
    public ZoneProgram program() {
      return variant.program();
    }

    /** Returns the reading of the request. */
    public Reading reading() {
      return request.reading();
    }

    /** Returns the origins of the generated policies in {@code read}. */
    public PolicyOrigins origins(ReadManifests read) {
      return given ? CompiledOrigins.of(variant, sources, read) : PolicyOrigins.NONE;
    }

    /** Returns the names of the workloads that the manifests declare, such as {@code shop/web}. */
    public List<String> workloadNames() {
      return request.manifests().given()
          ? request.manifests().read(loaded, List.of()).world().workloadNames()
          : List.of();
    }

    /**
     * Reads the manifests.
     *
     * @param selectors selectors that distinguish pods, in addition to the selectors of policies
     *     and Services
     */
    public AnsweredManifests manifests(List<Selector> selectors) {
      ReadManifests read = request.manifests().read(loaded, selectors);
      boolean whole = read.coverage() instanceof Coverage.Whole;
      return new AnsweredManifests(
          read,
          program().cluster(),
          Stream.concat(read.gaps().stream(), read.guesses().stream()).map(Gap::problem).toList(),
          !whole && !request.manifests().skipUnreadable());
    }
  }

  /** Loads the inputs of a question, with the program resolved. */
  static QuestionInputs of(QuestionRequest request) {
    return of(request, ReadExtent.ALL_OBJECTS);
  }

  /** Does the same with the {@code wanted} objects of a cluster. */
  static QuestionInputs of(QuestionRequest request, ReadExtent wanted) {
    return switch (Inputs.load(request.program(), request.manifests(), wanted)) {
      case Inputs.Unusable(var problems) -> new Unusable(problems);
      case Inputs.Loaded loaded -> of(loaded, request);
    };
  }

  /**
   * Creates a list of everything that the manifests declare.
   *
   * @param <T> the list
   */
  interface Listing<T> {
    /** Creates the list. */
    QuestionOutcome.Answered<T> of(Ready inputs, AnsweredManifests about);
  }

  /** Loads the inputs, and creates the list that answers a question without a text. */
  static <T> QuestionOutcome<T> list(QuestionRequest request, Listing<T> listing) {
    return switch (of(request)) {
      case Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case Ready inputs when !request.manifests().given() -> new QuestionOutcome.NoManifests<>();
      case Ready inputs -> listing.of(inputs, inputs.manifests(List.of()));
    };
  }

  /** Resolves the program of inputs that are loaded already. */
  static QuestionInputs of(Inputs.Loaded loaded, QuestionRequest request) {
    Progress.begin("checking the program");
    boolean given = !request.program().paths().isEmpty();
    ProgramSources sources =
        given
            ? loaded.sources()
            : ProgramSources.of(List.of(Source.of("(no sources)", "module query\n")));
    return switch (Compiler.load(
        sources,
        request.program().options(List.of(), loaded.params(), loaded.manifests().ends()))) {
      case Loading.Rejected(var problems) -> new Unusable(problems);
      case Loading.Loaded read when read.standard().size() > 1 ->
          new Unusable(List.of(OpenParameters.problem(read.standard())));
      case Loading.Loaded read ->
          new Ready(read.standard().getFirst(), sources, given, loaded.manifests(), request);
    };
  }
}

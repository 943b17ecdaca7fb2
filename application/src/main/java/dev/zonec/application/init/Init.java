package dev.zonec.application.init;

import dev.zonec.application.config.Configuration;
import dev.zonec.application.draft.DraftTarget;
import dev.zonec.application.draft.Import;
import dev.zonec.application.draft.ImportOutcome;
import dev.zonec.application.draft.ImportRequest;
import dev.zonec.application.init.InitOutcome.PlannedFile;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.importer.Draft;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.WorldReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans a configuration file, and a first program if there is none. Writes nothing. */
public final class Init {
  private static final String CONFIGURATION = "zonec.yaml";
  private static final String SOURCES = "zones";

  private final InitRequest request;
  private final Path root;
  private final List<PlannedFile> files = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private int unnamed;

  private Init(InitRequest request) {
    this.request = request;
    this.root = request.folder().toAbsolutePath().normalize();
  }

  /** Looks at the folder and plans the files. */
  public static InitOutcome plan(InitRequest request) {
    return new Init(request).outcome();
  }

  private InitOutcome outcome() {
    for (String name : Configuration.NAMES) {
      if (Files.exists(root.resolve(name)) && !(request.force() && name.equals(CONFIGURATION))) {
        return unusable(
            Diagnostic.errorIn(Code.ZC0810, shown(name), "there is a configuration file already")
                .help(
                    name.equals(CONFIGURATION)
                        ? "edit it, or pass `--force` to replace it"
                        : "edit it, or delete it first"));
      }
    }
    try {
      return outcome(Surveying.of(root));
    } catch (IOException e) {
      return unusable(Diagnostic.errorIn(Code.ZC0811, shown(""), "the folder cannot be read"));
    }
  }

  private InitOutcome outcome(Survey survey) {
    boolean manifests = !survey.manifests().isEmpty() || !survey.environments().isEmpty();
    if (survey.programs().isEmpty() && !manifests) {
      Diagnostic nothing =
          Diagnostic.errorIn(
              Code.ZC0811, shown(""), "there are neither `.zone` files nor manifests here");
      return unusable(
          survey.charts().isEmpty()
              ? nothing.help("run `zonec init` in the root of a repository with manifests")
              : nothing
                  .note("charts are not manifests: " + String.join(", ", survey.charts()))
                  .help(
                      "render them to a folder first, such as with `helm template --output-dir`"));
    }
    List<String> program =
        survey.programs().isEmpty()
            ? drafted(survey).map(List::of).orElse(List.of())
            : survey.programs().getFirst().paths();
    if (program.isEmpty()) {
      return new InitOutcome.Unusable(problems);
    }
    survey.programs().stream()
        .skip(1)
        .forEach(
            other ->
                remarks.add(
                    "another program: "
                        + String.join(", ", other.paths())
                        + (other.module().isEmpty() ? "" : " (module " + other.module() + ")")));
    survey
        .charts()
        .forEach(
            chart ->
                remarks.add(
                    "the chart "
                        + chart
                        + " is a comment in "
                        + CONFIGURATION
                        + ": it needs Helm"));
    String text = ConfigText.of(program, survey, unnamed);
    files.add(
        new PlannedFile(
            root.resolve(CONFIGURATION), shown(CONFIGURATION), text, summary(program, survey)));
    return new InitOutcome.Planned(files, remarks, problems);
  }

  private static String summary(List<String> program, Survey survey) {
    return "program "
        + String.join(", ", program)
        + (survey.manifests().isEmpty()
            ? ""
            : "; manifests " + String.join(", ", survey.manifests()))
        + (survey.environments().isEmpty()
            ? ""
            : "; environments " + String.join(", ", survey.environments().keySet()))
        + "; policies in "
        + ConfigText.output(survey);
  }

  /** Drafts a program; returns its folder, or nothing if the manifests cannot be used. */
  private Optional<String> drafted(Survey survey) {
    String module = module();
    String name = SOURCES + "/" + module + ".zone";
    ImportRequest drafting =
        new ImportRequest(
            manifests(survey),
            module,
            List.of(),
            new DraftTarget(shown(name), Optional.empty(), false),
            Reading.MAY,
            request.day(),
            List.of());
    return switch (new Import(drafting).outcome()) {
      case ImportOutcome.Unusable(var reasons) -> {
        problems.addAll(reasons);
        yield Optional.empty();
      }
      case ImportOutcome.Drafted(var read, var draft, var text, var asked) -> {
        took(read);
        problems.addAll(draft.inexpressible());
        file(name, text, fromPolicies(read, draft));
        yield Optional.of(SOURCES);
      }
      case ImportOutcome.NoPolicies(var read) -> {
        took(read);
        FirstProgram program =
            FirstProgram.of(
                module,
                shown(name),
                read,
                InputPath.names(drafting.manifests().paths()),
                WorldReader.DEFAULT_NAMESPACE,
                request.day());
        file(
            name,
            program.text(),
            "drafted from "
                + Counted.of(read.world().workloads().size(), "workload")
                + ": "
                + Counted.of(program.zones(), "zone")
                + ", "
                + Counted.of(program.flows(), "flow"));
        remarks.add("the program has only the flows that the manifests show: add the others");
        yield Optional.of(SOURCES);
      }
    };
  }

  private void took(ReadManifests read) {
    problems.addAll(read.problems());
    unnamed = read.unnamed().size();
  }

  private static String fromPolicies(ReadManifests read, Draft draft) {
    return "drafted from "
        + Counted.of(read.world().policies().size(), "policy", "policies")
        + ": "
        + Counted.of(draft.zones(), "zone")
        + ", "
        + Counted.of(draft.flows(), "flow");
  }

  private ManifestRequest manifests(Survey survey) {
    return new ManifestRequest(
        InputPath.of(survey.drafted().stream().map(this::shown).toList()),
        List.of(),
        InputStream.nullInputStream(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        WorldReader.DEFAULT_NAMESPACE,
        List.of());
  }

  private void file(String name, String text, String summary) {
    files.add(new PlannedFile(root.resolve(name), shown(name), text, summary));
  }

  /** Returns the name of the folder as the name of a module. */
  private String module() {
    String name =
        RepositoryFiles.name(root)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    return !name.isEmpty() && Import.isModuleName(name, request.day()) ? name : "program";
  }

  /** Returns a path of the repository as the user would write it. */
  private String shown(String path) {
    String folder = request.folder().toString().replace('\\', '/');
    if (folder.isEmpty() || folder.equals(".")) {
      return path.isEmpty() ? "." : path;
    }
    return path.isEmpty() ? folder : folder + "/" + path;
  }

  private static InitOutcome unusable(Diagnostic problem) {
    return new InitOutcome.Unusable(List.of(problem));
  }
}

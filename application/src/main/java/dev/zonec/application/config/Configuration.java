package dev.zonec.application.config;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the configuration file of a repository. */
public final class Configuration {
  /** The names of the file; a folder may contain only one of them. */
  public static final List<String> NAMES = List.of("zonec.yaml", "zonec.yml");

  private final ConfigRequest request;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Configuration(ConfigRequest request) {
    this.request = request;
  }

  /**
   * Returns the settings of the requested environment. Without a file, all settings are empty.
   * Every mistake in the file is reported, also in other environments.
   */
  public static Settings read(ConfigRequest request) {
    return new Configuration(request).settings();
  }

  private Settings settings() {
    return switch (ConfigFile.find(request.origin())) {
      case ConfigFile.Search.Nothing() -> {
        request
            .environment()
            .ifPresent(
                name ->
                    problems.add(
                        Diagnostic.error(
                                Code.ZC0807,
                                "there is no environment `"
                                    + name
                                    + "`, because there is no configuration file")
                            .help("declare it under `environments` in a file `zonec.yaml`")));
        yield settings(Optional.empty(), Section.EMPTY, List.of());
      }
      case ConfigFile.Search.Twice(Path one, Path other) -> {
        problems.add(twice(one, other));
        yield settings(Optional.empty(), Section.EMPTY, List.of());
      }
      case ConfigFile.Search.Found(Path file) -> fromFile(file);
    };
  }

  private static Diagnostic twice(Path one, Path other) {
    ConfigFolder folder = new ConfigFolder(folderOf(one));
    return Diagnostic.errorIn(
            Code.ZC0806,
            folder.shown(one),
            "the folder also contains `" + other.getFileName() + "`")
        .help("keep one of the two, or choose one with `--config FILE`");
  }

  private static Path folderOf(Path file) {
    Path parent = file.normalize().getParent();
    return parent == null ? file : parent;
  }

  private Settings fromFile(Path file) {
    ConfigFolder folder = new ConfigFolder(folderOf(file));
    String name = folder.shown(file.normalize());
    Optional<SourceText> text = ConfigFile.read(file, name, problems);
    Optional<Tree.Mapping> root = text.flatMap(this::root);
    if (root.isEmpty()) {
      return settings(Optional.of(name), Section.EMPTY, List.of());
    }
    ConfigValues values = new ConfigValues(problems);
    SectionReader reader = new SectionReader(folder, values);
    Section outer = reader.outer(root.get());
    Map<String, Section> environments = environments(root.get(), reader, values);
    Section chosen =
        request
            .environment()
            .flatMap(wanted -> chosen(wanted, environments, root.get()))
            .map(environment -> environment.over(outer))
            .orElse(outer);
    return settings(Optional.of(name), chosen, List.copyOf(environments.keySet()));
  }

  /** Parses the text; empty if it has no valid mapping. A file without content is valid. */
  private Optional<Tree.Mapping> root(SourceText text) {
    ParsedTexts parsed = ParsedTexts.whole(text);
    parsed.unreadable().forEach(problem -> problems.add(problem.as(Code.ZC0802)));
    List<Document> documents = parsed.documents();
    if (!parsed.unreadable().isEmpty()) {
      return Optional.empty();
    }
    if (documents.size() > 1) {
      problems.add(
          Diagnostic.error(
              Code.ZC0802,
              documents.get(1).span(),
              "a configuration file contains one YAML document"));
      return Optional.empty();
    }
    Tree tree =
        documents.isEmpty()
            ? new Tree.Mapping(Map.of(), new Span(text, 0, 0))
            : TreeDocuments.tree(documents.getFirst());
    if (Tree.isNull(tree)) {
      return Optional.of(new Tree.Mapping(Map.of(), tree.span()));
    }
    if (tree instanceof Tree.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(
        Diagnostic.error(
            Code.ZC0804,
            tree.span(),
            "a configuration file is a mapping from keys to values, such as `program: zones`"));
    return Optional.empty();
  }

  private static Map<String, Section> environments(
      Tree.Mapping root, SectionReader reader, ConfigValues values) {
    Map<String, Section> environments = new LinkedHashMap<>();
    root.value(SectionReader.ENVIRONMENTS)
        .flatMap(
            value ->
                values.mapping(
                    SectionReader.ENVIRONMENTS, value, "a mapping from names to environments"))
        .ifPresent(
            mapping ->
                mapping
                    .fields()
                    .forEach(
                        (name, field) ->
                            environments.put(
                                name,
                                Tree.isNull(field.value())
                                    ? Section.EMPTY
                                    : values
                                        .mapping(name, field.value(), "a mapping of keys")
                                        .map(each -> reader.environment(name, each))
                                        .orElse(Section.EMPTY))));
    return environments;
  }

  private Optional<Section> chosen(
      String wanted, Map<String, Section> environments, Tree.Mapping root) {
    Optional<Section> found = Optional.ofNullable(environments.get(wanted));
    if (found.isEmpty()) {
      Optional<Tree.Field> key = Optional.ofNullable(root.fields().get(SectionReader.ENVIRONMENTS));
      String message = "there is no environment `" + wanted + "`";
      Diagnostic unknown =
          key.map(field -> Diagnostic.error(Code.ZC0807, field.key(), message))
              .orElseGet(
                  () -> Diagnostic.errorIn(Code.ZC0807, root.span().source().name(), message));
      problems.add(
          NearestName.to(wanted, environments.keySet())
              .map(near -> unknown.help("did you mean `" + near + "`?"))
              .orElseGet(
                  () ->
                      environments.isEmpty()
                          ? unknown.help("declare it under `environments`")
                          : unknown.help(
                              "the environments are " + String.join(", ", environments.keySet()))));
    }
    return found;
  }

  private List<Diagnostic> inOrder() {
    Problems sorted = new Problems();
    sorted.addAll(problems);
    return sorted.inOrder();
  }

  private Settings settings(Optional<String> name, Section section, List<String> environments) {
    return new Settings(
        name,
        request.environment(),
        environments,
        section.program().orElse(List.of()),
        section.manifests().map(Section.Manifests::paths).orElse(List.of()),
        section.manifests().map(Section.Manifests::commands).orElse(List.of()),
        request.runCommands(),
        section.output(),
        section.params(),
        section.assumed(),
        section.defaultNamespace(),
        section.ignored().orElse(List.of()),
        section.allowOutside().orElse(false),
        section.failOn(),
        section.diffFailOn().orElse(List.of()),
        section.format(),
        section.timeout().map(OptionalInt::of).orElse(OptionalInt.empty()),
        section.baseline(),
        section.cache(),
        inOrder());
  }
}

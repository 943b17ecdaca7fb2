package dev.zonec.application.config;

import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.template.RenderCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of {@code manifests}. */
record ManifestEntries(ConfigFolder folder, ConfigValues values) {
  private static final String KEY = "manifests";
  private static final String WANTED =
      "a path, a command (`helm: CHART` or `kustomize: FOLDER`), or a list of these";
  private static final String HELM = "helm";
  private static final String KUSTOMIZE = "kustomize";
  private static final String RELEASE = "release";
  private static final String NAMESPACE = "namespace";
  private static final String VALUES = "values";
  private static final String ARGS = "args";
  private static final Set<String> HELM_KEYS = Set.of(HELM, RELEASE, NAMESPACE, VALUES, ARGS);
  private static final Set<String> KUSTOMIZE_KEYS = Set.of(KUSTOMIZE, ARGS);

  Optional<Section.Manifests> read(Tree value) {
    List<Tree> entries = value instanceof Tree.Listing list ? list.items() : List.of(value);
    if (entries.isEmpty()) {
      values.wrong(KEY, value, WANTED);
    }
    List<ConfigPath> paths = new ArrayList<>();
    List<RenderCommand> commands = new ArrayList<>();
    for (Tree entry : entries) {
      if (entry instanceof Tree.Mapping mapping) {
        command(mapping).ifPresent(commands::add);
      } else {
        values
            .text(KEY, entry, WANTED)
            .ifPresent(text -> paths.add(folder.resolve(text.value(), text.span())));
      }
    }
    return Optional.of(new Section.Manifests(paths, commands));
  }

  private Optional<RenderCommand> command(Tree.Mapping entry) {
    boolean helm = entry.fields().containsKey(HELM);
    boolean kustomize = entry.fields().containsKey(KUSTOMIZE);
    if (helm == kustomize) {
      values.wrong(KEY, entry, WANTED);
      return Optional.empty();
    }
    Set<String> known = helm ? HELM_KEYS : KUSTOMIZE_KEYS;
    int before = values.problems().size();
    entry
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                values.unknown(name, field, known, " beside `" + (helm ? HELM : KUSTOMIZE) + "`");
              }
            });
    Optional<RenderCommand> command = helm ? helm(entry) : kustomize(entry);
    return values.problems().size() == before ? command : Optional.empty();
  }

  private Optional<RenderCommand> helm(Tree.Mapping entry) {
    Optional<String> chart = text(entry, HELM, "the folder of a chart");
    String release =
        text(entry, RELEASE, "the name of a release")
            .orElse(chart.map(ManifestEntries::lastName).orElse(""));
    List<String> words = new ArrayList<>(List.of("helm", "template", release));
    chart.ifPresent(words::add);
    text(entry, NAMESPACE, "the name of a namespace")
        .ifPresent(name -> words.addAll(List.of("--namespace", name)));
    texts(entry, VALUES, "a file of values or a list of them")
        .forEach(file -> words.addAll(List.of("--values", file)));
    words.addAll(texts(entry, ARGS, "an argument or a list of arguments"));
    return chart.map(each -> command(words, entry, HELM));
  }

  private Optional<RenderCommand> kustomize(Tree.Mapping entry) {
    Optional<String> root = text(entry, KUSTOMIZE, "the folder of a kustomization");
    List<String> words = new ArrayList<>(List.of("kustomize", "build"));
    root.ifPresent(words::add);
    words.addAll(texts(entry, ARGS, "an argument or a list of arguments"));
    return root.map(each -> command(words, entry, KUSTOMIZE));
  }

  private RenderCommand command(List<String> words, Tree.Mapping entry, String key) {
    return new RenderCommand(words, folder.path(), entry.value(key).orElse(entry).span());
  }

  private Optional<String> text(Tree.Mapping entry, String key, String wanted) {
    return entry
        .value(key)
        .flatMap(value -> values.text(key, value, wanted))
        .map(ConfigValues.Text::value);
  }

  private List<String> texts(Tree.Mapping entry, String key, String wanted) {
    return entry
        .value(key)
        .flatMap(value -> values.texts(key, value, wanted))
        .map(texts -> texts.stream().map(ConfigValues.Text::value).toList())
        .orElse(List.of());
  }

  private static String lastName(String path) {
    Path name = Path.of(path).normalize().getFileName();
    return name == null ? path : name.toString();
  }
}

package dev.zonec.verifier.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.verifier.manifest.ParsedTexts;
import dev.zonec.verifier.manifest.Tree;
import dev.zonec.verifier.manifest.TreeDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kustomization file.
 *
 * @param folder the folder that it is in, absolute and normal
 * @param text its text
 * @param tree what it says
 */
record Kustomization(Path folder, SourceText text, Tree.Mapping tree) {
  /** What such a file may be called, in any folder. */
  static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** Fields that are applied, or that change nothing of what connects. */
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "resources",
          "bases",
          "components",
          "namespace",
          "namePrefix",
          "nameSuffix",
          "labels",
          "commonLabels",
          "commonAnnotations",
          "patches",
          "patchesStrategicMerge",
          "patchesJson6902",
          "replicas",
          "images",
          "imageTags",
          "configMapGenerator",
          "secretGenerator",
          "generatorOptions",
          "sortOptions",
          "buildMetadata",
          "crds",
          "validators");

  /** Fields that kustomize knows and that are not applied here. */
  private static final Map<String, String> BEYOND =
      Map.of(
          "replacements", "replacements",
          "vars", "variables",
          "helmCharts", "Helm charts",
          "helmChartInflationGenerator", "Helm charts",
          "helmGlobals", "Helm charts",
          "generators", "generators",
          "transformers", "transformers",
          "configurations", "configurations of transformers",
          "openapi", "schemas");

  /** What became of reading one. */
  sealed interface Reading {
    /** It was read. */
    record Read(Kustomization kustomization) implements Reading {}

    /** It cannot be read. */
    record Unreadable(List<Diagnostic> problems) implements Reading {
      /** Copies the list. */
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  static Reading read(Path folder, SourceText text) {
    ParsedTexts parsed = ParsedTexts.whole(text);
    if (!parsed.unreadable().isEmpty()) {
      return new Reading.Unreadable(parsed.unreadable());
    }
    if (parsed.documents().size() == 1
        && TreeDocuments.tree(parsed.documents().getFirst()) instanceof Tree.Mapping tree) {
      return new Reading.Read(new Kustomization(folder, text, tree));
    }
    return new Reading.Unreadable(
        List.of(
            Diagnostic.errorIn(
                Code.ZC0650, text.name(), "a kustomization is one mapping of fields")));
  }

  /** Whether others include it as a part of themselves. */
  boolean isComponent() {
    return tree.text("kind").filter("Component"::equals).isPresent();
  }

  /** Whether it is no kustomization but an object of another API that is called so. */
  boolean isForeign() {
    return tree.text("apiVersion")
        .filter(v -> !v.startsWith("kustomize.config.k8s.io/"))
        .isPresent();
  }

  /** Whether it says nothing: kustomize refuses that. */
  boolean isEmpty() {
    return Set.of("apiVersion", "kind", "metadata").containsAll(tree.fields().keySet());
  }

  /** What is wrong with its fields, or beyond what is built here. */
  List<Diagnostic> limits() {
    List<Diagnostic> limits = new ArrayList<>();
    tree.fields()
        .forEach(
            (name, field) -> {
              if (BEYOND.containsKey(name) && !isEmpty(field.value())) {
                limits.add(beyond(name, field));
              } else if (!KNOWN.contains(name) && !BEYOND.containsKey(name)) {
                limits.add(
                    Diagnostic.error(
                        Code.ZC0650, field.key(), "kustomize knows no field `" + name + "`"));
              }
            });
    return limits;
  }

  private static boolean isEmpty(Tree value) {
    return switch (value) {
      case Tree.Leaf leaf -> leaf.isNull();
      case Tree.Listing list -> list.items().isEmpty();
      case Tree.Mapping mapping -> mapping.fields().isEmpty();
    };
  }

  private Diagnostic beyond(String name, Tree.Field field) {
    String helm = BEYOND.get(name).equals("Helm charts") ? "--enable-helm " : "";
    return Diagnostic.error(
            Code.ZC0651,
            field.key(),
            "zonec does not build kustomizations with " + BEYOND.get(name))
        .help(command(helm));
  }

  /** The command that builds it elsewhere. */
  String command(String options) {
    String name = text.name();
    int slash = name.lastIndexOf('/');
    String directory = slash < 0 ? "." : name.substring(0, Math.max(slash, 1));
    return "let kustomize build it, instead of naming the folder with -m:\nkustomize build "
        + options
        + directory
        + " | zonec verify … -m -";
  }
}

package dev.zonec.kubernetes.template;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.ReadFields;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces OpenShift Templates by their objects. */
public final class Templates {
  /** Fields of workloads and pods that do not affect connections. */
  private static final Set<String> SETTINGS =
      Set.of("annotations", "env", "envFrom", "args", "command", "image", "resources", "volumes");

  private final List<Document> documents = new ArrayList<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final IdentityHashMap<SourceText, Boolean> mayHold = new IdentityHashMap<>();

  private Templates() {}

  /**
   * The outcome.
   *
   * @param parsed the documents with objects instead of Templates, and the problems of Templates
   * @param warnings warnings about differences to {@code oc process}
   */
  public record Expansion(ParsedTexts parsed, List<Diagnostic> warnings) {
    /** Copies the list. */
    public Expansion {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Expands Templates, with the default values of their parameters. If a field that zonec reads
   * depends on a parameter without a value, the object is left out and reported as unreadable.
   */
  public static Expansion expand(ParsedTexts parsed) {
    Templates templates = new Templates();
    parsed.documents().forEach(templates::add);
    List<Diagnostic> unreadable = new ArrayList<>(parsed.unreadable());
    unreadable.addAll(templates.unreadable);
    return new Expansion(parsed.with(templates.documents, unreadable), templates.warnings);
  }

  private void add(Document document) {
    Deadline.check();
    boolean worthALook =
        mayHold.computeIfAbsent(document.source(), text -> text.content().contains("Template"));
    if (worthALook && TreeDocuments.tree(document) instanceof Tree.Mapping root && holds(root)) {
      addObject(root, Optional.empty());
    } else {
      documents.add(document);
    }
  }

  private static boolean holds(Tree.Mapping root) {
    return isTemplate(root)
        || (isList(root)
            && root.items("items").stream()
                .anyMatch(item -> item instanceof Tree.Mapping each && holds(each)));
  }

  private static boolean isList(Tree.Mapping root) {
    return root.text("kind").filter("List"::equals).isPresent();
  }

  private static boolean isTemplate(Tree.Mapping root) {
    String version = root.text("apiVersion").orElse("");
    return root.text("kind").filter("Template"::equals).isPresent()
        && (version.equals("v1") || version.startsWith("template.openshift.io/"));
  }

  private void addObject(Tree.Mapping root, Optional<Parameters> around) {
    if (isTemplate(root)) {
      addTemplate(root);
    } else if (isList(root)) {
      root.items("items").forEach(item -> addItem(item, around));
    } else {
      addPlain(root, around);
    }
  }

  private void addItem(Tree item, Optional<Parameters> around) {
    if (item instanceof Tree.Mapping each) {
      addObject(each, around);
    } else {
      documents.add(TreeDocuments.document(item));
    }
  }

  private void addTemplate(Tree.Mapping template) {
    Parameters parameters = Parameters.of(template);
    noteNamespaces(template);
    Optional<Tree.Mapping> labels =
        template
            .mapping("labels")
            .map(parameters::in)
            .filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast);
    for (Tree object : template.items("objects")) {
      Deadline.check();
      Tree filled = parameters.in(object);
      addItem(
          filled instanceof Tree.Mapping mapping && labels.isPresent()
              ? labelled(mapping, labels.get())
              : filled,
          Optional.of(parameters));
    }
  }

  private static Tree.Mapping labelled(Tree.Mapping object, Tree.Mapping labels) {
    Tree.Mapping metadata =
        object.mapping("metadata").orElse(new Tree.Mapping(Map.of(), object.span()));
    Tree.Mapping all = metadata.mapping("labels").orElse(new Tree.Mapping(Map.of(), labels.span()));
    for (var label : labels.fields().entrySet()) {
      all = all.with(label.getKey(), label.getValue());
    }
    return object.with("metadata", metadata.with("labels", all));
  }

  private void addPlain(Tree.Mapping object, Optional<Parameters> around) {
    Optional<Diagnostic> gap = around.flatMap(parameters -> gap(object, parameters));
    if (gap.isPresent()) {
      unreadable.add(gap.get());
    } else {
      documents.add(TreeDocuments.document(object));
    }
  }

  private static Optional<Diagnostic> gap(Tree.Mapping object, Parameters parameters) {
    for (String name : List.of("apiVersion", "kind")) {
      Optional<Diagnostic> unknown =
          object.value(name).flatMap(value -> missing(value, parameters));
      if (unknown.isPresent()) {
        return unknown;
      }
    }
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    if (ReadFields.isSkipped(apiVersion, kind)) {
      return Optional.empty();
    }
    Optional<ReadFields> fields = ReadFields.of(apiVersion, kind);
    return missing(
        fields.isPresent() ? fields.get().of(plain(object)) : plain(withoutSettings(object)),
        parameters);
  }

  /** Returns an object without fields that do not affect connections, if its kind creates pods. */
  private static Tree.Mapping withoutSettings(Tree.Mapping object) {
    return withoutSettings((Tree) object) instanceof Tree.Mapping left ? left : object;
  }

  private static Tree withoutSettings(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf;
      case Tree.Listing(var items, var span) ->
          new Tree.Listing(items.stream().map(Templates::withoutSettings).toList(), span);
      case Tree.Mapping(var fields, var span) -> {
        Map<String, Tree.Field> left = new LinkedHashMap<>();
        fields.forEach(
            (name, field) -> {
              if (!SETTINGS.contains(name)) {
                left.put(name, new Tree.Field(field.key(), withoutSettings(field.value())));
              }
            });
        yield new Tree.Mapping(left, span);
      }
    };
  }

  private static Map<String, @Nullable Object> plain(Tree.Mapping mapping) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    mapping.fields().forEach((name, field) -> plain.put(name, plain(field.value())));
    return plain;
  }

  private static Object plain(Tree tree) {
    return switch (tree) {
      case Tree.Leaf leaf -> leaf;
      case Tree.Listing list -> list.items().stream().map(Templates::plain).toList();
      case Tree.Mapping mapping -> plain(mapping);
    };
  }

  /**
   * Returns the problem for the first leaf of {@code value} that depends on a parameter without a
   * value.
   */
  private static Optional<Diagnostic> missing(@Nullable Object value, Parameters parameters) {
    return switch (value) {
      case Map<?, ?> map ->
          map.values().stream().flatMap(each -> missing(each, parameters).stream()).findFirst();
      case List<?> list ->
          list.stream().flatMap(each -> missing(each, parameters).stream()).findFirst();
      case Tree.Leaf leaf -> parameters.openIn(leaf).map(name -> withoutValue(leaf, name));
      case null, default -> Optional.empty();
    };
  }

  private static Diagnostic withoutValue(Tree.Leaf leaf, String parameter) {
    String file = leaf.span().source().name();
    return Diagnostic.error(
            Code.ZC0649, leaf.span(), "parameter `" + parameter + "` of the Template has no value")
        .help(
            "set it, and pipe the result:\noc process --local -f "
                + file
                + " -p "
                + parameter
                + "=… | zonec verify … -m -");
  }

  private void noteNamespaces(Tree.Mapping template) {
    template.items("objects").stream()
        .filter(Tree.Mapping.class::isInstance)
        .flatMap(object -> ((Tree.Mapping) object).mapping("metadata").stream())
        .flatMap(metadata -> metadata.value("namespace").stream())
        .filter(
            namespace ->
                namespace instanceof Tree.Leaf leaf
                    && leaf.text().filter(text -> !text.isEmpty()).isPresent()
                    && !Parameters.isParameterized(leaf.written()))
        .findFirst()
        .ifPresent(namespace -> warnings.add(stripped((Tree.Leaf) namespace)));
  }

  private static Diagnostic stripped(Tree.Leaf namespace) {
    return Diagnostic.warning(
            Code.ZC0654,
            namespace.span(),
            "`oc process` takes `namespace: " + namespace.written() + "` out of this object")
        .note("zonec reads the object as one of `" + namespace.written() + "`")
        .help("write the namespace as a parameter, such as `namespace: ${NAMESPACE}`");
  }
}

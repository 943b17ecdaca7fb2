package dev.zonec.verifier.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Texts to objects. */
public final class ManifestReader {
  private final List<ManifestObject> objects = new ArrayList<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();
  private final SortedMap<String, Integer> skippedKinds = new TreeMap<>();
  private final List<UnmodelledPolicy> unmodelled = new ArrayList<>();

  private ManifestReader() {}

  /**
   * The objects of {@code texts}. A document that is not YAML, or not an object, or an object with
   * a problem, hides nothing but itself. Fields that nobody knows are problems in a policy and
   * passed over elsewhere.
   */
  public static Manifests read(List<SourceText> texts) {
    // Texts have nothing to do with each other, and most of a cold run is spent on them.
    List<ManifestReader> each = texts.parallelStream().map(ManifestReader::of).toList();
    ManifestReader all = new ManifestReader();
    each.forEach(all::add);
    return new Manifests(all.objects, all.unreadable, all.skippedKinds, all.unmodelled);
  }

  private static ManifestReader of(SourceText text) {
    ManifestReader reader = new ManifestReader();
    for (DocumentTexts.Stretch stretch : DocumentTexts.of(text)) {
      TreeReader.Trees trees = TreeReader.read(text, stretch);
      reader.unreadable.addAll(trees.problems());
      trees.documents().forEach(reader::readDocument);
    }
    return reader;
  }

  private void add(ManifestReader other) {
    objects.addAll(other.objects);
    unreadable.addAll(other.unreadable);
    other.skippedKinds.forEach((kind, count) -> skippedKinds.merge(kind, count, Integer::sum));
    unmodelled.addAll(other.unmodelled);
  }

  private void readDocument(Document document) {
    List<Diagnostic> problems = TreeCheck.of(document);
    unreadable.addAll(problems);
    if (problems.isEmpty()) {
      readObject(document, ListOf.NOTHING);
    }
  }

  /**
   * What the items of a list are unless they say so themselves: servers leave both out of them.
   *
   * @param apiVersion their group and version; none where the list says nothing of them
   * @param kind their kind; none where the list says nothing of them
   */
  private record ListOf(Optional<String> apiVersion, Optional<String> kind) {
    static final ListOf NOTHING = new ListOf(Optional.empty(), Optional.empty());
  }

  private void readObject(Document document, ListOf around) {
    if (!(document.root() instanceof MappingNode root)) {
      if (!isNull(document.root())) {
        notAnObject(document.span(), "a Kubernetes object is a mapping");
      }
      return;
    }
    Map<String, Fields.Field> fields = Fields.of(root);
    Optional<String> kind = text(fields, "kind").or(around::kind);
    Optional<String> apiVersion = text(fields, "apiVersion").or(around::apiVersion);
    if (kind.isPresent() && readList(document, fields, kind.get(), apiVersion)) {
      return;
    }
    if (kind.isEmpty() || apiVersion.isEmpty()) {
      String missing = kind.isEmpty() ? "kind" : "apiVersion";
      Span place =
          fields.containsKey(missing) ? document.span(missing) : firstLine(document, fields);
      notAnObject(place, "a Kubernetes object needs `" + missing + "`, a string");
      return;
    }
    switch (Kinds.of(apiVersion.get(), kind.get())) {
      case Kinds.Kind.Read(var type, Shape shape) -> {
        ObjectReader.Outcome outcome =
            ObjectReader.read(document, apiVersion.get(), kind.get(), type, shape);
        unreadable.addAll(outcome.problems());
        objects.addAll(outcome.objects());
      }
      case Kinds.Kind.Unmodelled() ->
          unmodelled.add(
              new UnmodelledPolicy(apiVersion.get(), kind.get(), nameOf(fields), document.span()));
      case Kinds.Kind.Skipped() -> skippedKinds.merge(kind.get(), 1, Integer::sum);
    }
  }

  /** Reads the items of a list of objects; false if the object is none. */
  private boolean readList(
      Document document,
      Map<String, Fields.Field> fields,
      String kind,
      Optional<String> apiVersion) {
    if (!kind.endsWith("List")) {
      return false;
    }
    Optional<Node> items = Optional.ofNullable(fields.get("items")).map(Fields.Field::value);
    boolean bare = kind.equals("List");
    ListOf around =
        bare
            ? ListOf.NOTHING
            : new ListOf(apiVersion, Optional.of(kind.substring(0, kind.length() - 4)));
    if (items.isPresent() && items.get() instanceof SequenceNode list) {
      boolean ofObjects = list.getValue().stream().allMatch(MappingNode.class::isInstance);
      if (bare || ofObjects) {
        list.getValue().forEach(item -> readObject(document.at(item), around));
        return true;
      }
    }
    if (bare && items.isPresent() && !isNull(items.get())) {
      notAnObject(document.span("items"), "`items` must be a list");
    }
    return bare;
  }

  private static Span firstLine(Document document, Map<String, Fields.Field> fields) {
    return fields.values().stream()
        .findFirst()
        .map(field -> document.spanOf(field.key()))
        .orElse(document.span());
  }

  private void notAnObject(Span place, String message) {
    unreadable.add(Diagnostic.error(Code.ZC0603, place, message));
  }

  private static Optional<String> text(Map<String, Fields.Field> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(Fields.Field::value)
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .map(Scalar::of)
        .filter(Scalar.Text.class::isInstance)
        .map(scalar -> ((Scalar.Text) scalar).value())
        .filter(value -> !value.isEmpty());
  }

  private static String nameOf(Map<String, Fields.Field> fields) {
    Optional<Map<String, Fields.Field>> metadata =
        Optional.ofNullable(fields.get("metadata"))
            .map(Fields.Field::value)
            .filter(MappingNode.class::isInstance)
            .map(node -> Fields.of((MappingNode) node));
    String name = metadata.flatMap(m -> text(m, "name")).orElse("");
    return metadata.flatMap(m -> text(m, "namespace")).map(ns -> ns + "/" + name).orElse(name);
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && Scalar.of(scalar) instanceof Scalar.Nothing;
  }
}

package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads texts as objects. */
public final class ManifestReader {
  private final List<ManifestObject> objects = new ArrayList<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();
  private final SortedMap<String, Integer> skippedKinds = new TreeMap<>();
  private final List<UnmodelledPolicy> unmodelled = new ArrayList<>();
  private final List<ForeignObject> podMakers = new ArrayList<>();
  private final List<ForeignObject> admitting = new ArrayList<>();
  private final List<ForeignObject> guessed = new ArrayList<>();
  private final List<AccessDocument> access = new ArrayList<>();
  private final List<AdmissionObject> admission = new ArrayList<>();
  private final List<DetailDocument> details = new ArrayList<>();
  private final Set<String> withoutObjects = new LinkedHashSet<>();
  private final Set<String> holding = new LinkedHashSet<>();
  private int notObjects;

  private final Deadline deadline;

  private ManifestReader(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Reads {@code texts}. A document that is not an object, and was probably not meant as one, is
   * counted. An invalid document does not affect other documents. Unknown fields are problems in
   * policies, and are ignored in other kinds.
   */
  public static Manifests read(List<SourceText> texts) {
    return read(ParsedTexts.of(texts));
  }

  /** Reads {@code parsed} in the same way. */
  public static Manifests read(ParsedTexts parsed) {
    // Documents are independent and take most of the time of a run, so they are read in parallel.
    Deadline deadline = Deadline.current();
    List<ManifestReader> each =
        parsed.documents().parallelStream().map(document -> of(document, deadline)).toList();
    ManifestReader all = new ManifestReader(deadline);
    all.unreadable.addAll(parsed.unreadable());
    all.notObjects = parsed.notObjects();
    all.withoutObjects.addAll(parsed.names());
    parsed.unreadable().forEach(problem -> all.holdsObject(problem.place()));
    each.forEach(all::add);
    GeneratedNames.assign(all.objects);
    return new Manifests(
        all.objects,
        Placeholders.explained(all.unreadable),
        all.skippedKinds,
        all.unmodelled,
        all.podMakers,
        all.admitting,
        all.guessed,
        all.access,
        all.admission,
        all.details,
        all.notObjects,
        all.withoutObjects);
  }

  private static ManifestReader of(Document document, Deadline deadline) {
    ManifestReader reader = new ManifestReader(deadline);
    reader.readObject(document, ListOf.NOTHING);
    if (!reader.holdsNoObject()) {
      reader.holding.add(document.source().name());
    }
    return reader;
  }

  private void holdsObject(Place place) {
    if (place instanceof Place.At(Span span)) {
      withoutObjects.remove(span.source().name());
    }
  }

  private boolean holdsNoObject() {
    return objects.isEmpty()
        && unreadable.isEmpty()
        && skippedKinds.isEmpty()
        && unmodelled.isEmpty()
        && podMakers.isEmpty()
        && admitting.isEmpty();
  }

  private void add(ManifestReader other) {
    objects.addAll(other.objects);
    unreadable.addAll(other.unreadable);
    other.skippedKinds.forEach((kind, count) -> skippedKinds.merge(kind, count, Integer::sum));
    unmodelled.addAll(other.unmodelled);
    podMakers.addAll(other.podMakers);
    admitting.addAll(other.admitting);
    guessed.addAll(other.guessed);
    access.addAll(other.access);
    admission.addAll(other.admission);
    details.addAll(other.details);
    notObjects += other.notObjects;
    withoutObjects.removeAll(other.holding);
  }

  /**
   * The version and kind of list items that do not name them, as servers leave both out.
   *
   * @param apiVersion the group and version; empty if unknown
   * @param kind the kind; empty if unknown
   * @param none whether the object is not in a list
   */
  private record ListOf(Optional<String> apiVersion, Optional<String> kind, boolean none) {
    static final ListOf NOTHING = new ListOf(Optional.empty(), Optional.empty(), true);
    static final ListOf ANYTHING = new ListOf(Optional.empty(), Optional.empty(), false);
  }

  private void readObject(Document document, ListOf around) {
    deadline.throwIfPassed();
    if (!(document.root() instanceof MappingNode root)) {
      boolean ofObjects =
          document.root() instanceof SequenceNode list && IntendedObjects.ofList(list);
      if (isNull(document.root())) {
        return;
      }
      if (!around.none() || ofObjects) {
        notAnObject(document.span(), "a Kubernetes object must be a mapping");
      } else {
        notObjects++;
      }
      return;
    }
    Map<String, Fields.Field> fields = Fields.of(root);
    Optional<String> kind = text(fields, "kind").or(around::kind);
    Optional<String> apiVersion = text(fields, "apiVersion").or(around::apiVersion);
    if (kind.isPresent() && readList(document, fields, kind.get(), apiVersion)) {
      return;
    }
    boolean complete = kind.isPresent() && apiVersion.isPresent();
    if (!complete && around.none() && !IntendedObjects.ofFields(fields)) {
      notObjects++;
      return;
    }
    if (kind.isEmpty() || apiVersion.isEmpty()) {
      String missing = kind.isEmpty() ? "kind" : "apiVersion";
      Span span =
          fields.containsKey(missing) ? document.span(missing) : firstLine(document, fields);
      notAnObject(span, "a Kubernetes object needs `" + missing + "`, a string");
      return;
    }
    DetailKind.of(apiVersion.get(), kind.get())
        .ifPresent(each -> details.add(new DetailDocument(each, document)));
    switch (Kinds.of(apiVersion.get(), kind.get())) {
      case Kinds.Kind.Read(var type, Shape shape) -> {
        ObjectReader.Outcome outcome =
            ObjectReader.read(document, apiVersion.get(), kind.get(), type, shape);
        unreadable.addAll(outcome.problems());
        objects.addAll(outcome.objects());
      }
      case Kinds.Kind.Decides(FieldCondition condition, String note) -> {
        if (condition.holds(root)) {
          unmodelled(document, fields, apiVersion.get(), kind.get(), note);
        } else {
          readContained(document, fields, apiVersion.get(), kind.get());
        }
      }
      case Kinds.Kind.Runs(KindRow.Pods pods) -> {
        PodTemplateReader reader = new PodTemplateReader(document, named(fields, "name"), pods);
        List<PodTemplate> templates = reader.read();
        unreadable.addAll(reader.problems());
        if (reader.problems().isEmpty()) {
          addWorkload(document, apiVersion.get(), kind.get(), templates);
        }
        // A workflow without its own steps refers to other objects, which are read separately.
        if (templates.isEmpty() && pods.only().isEmpty()) {
          podMakers.add(foreign(document, fields, apiVersion.get(), kind.get()));
        }
      }
      case Kinds.Kind.Makes(FieldCondition condition) -> {
        if (condition.holds(root)) {
          podMakers.add(foreign(document, fields, apiVersion.get(), kind.get()));
        } else {
          readContained(document, fields, apiVersion.get(), kind.get());
        }
      }
      case Kinds.Kind.Admits(FieldCondition condition) -> {
        if (condition.holds(root)) {
          admitting.add(foreign(document, fields, apiVersion.get(), kind.get()));
        } else {
          skip(kind.get());
        }
      }
      case Kinds.Kind.Skipped() -> {
        Optional<String> meant = MisspeltKind.meant(apiVersion.get(), kind.get());
        if (meant.isPresent()) {
          unreadable.add(
              Diagnostic.error(
                      Code.ZC0603,
                      fields.containsKey("kind") ? document.span("kind") : document.span(),
                      "`" + apiVersion.get() + "` has no kind `" + kind.get() + "`")
                  .help("did you mean `" + meant.get() + "`?"));
          return;
        }
        readContained(document, fields, apiVersion.get(), kind.get());
        AccessKind.of(apiVersion.get(), kind.get())
            .ifPresent(each -> access.add(new AccessDocument(each, document)));
        AdmissionObject.of(apiVersion.get(), kind.get(), document).ifPresent(admission::add);
      }
      case Kinds.Kind.Unknown() -> readUnknown(document, fields, apiVersion.get(), kind.get());
    }
  }

  private void readUnknown(
      Document document, Map<String, Fields.Field> fields, String apiVersion, String kind) {
    if (addContained(document, fields, apiVersion, kind)) {
      return;
    }
    Optional<String> selector = UnknownKind.selector(document.root());
    List<PodTemplate> templates = UnknownKind.templates(document);
    if (!templates.isEmpty()) {
      addWorkload(document, apiVersion, kind, templates);
      guessed.add(foreign(document, fields, apiVersion, kind));
    }
    if (selector.isPresent()) {
      unmodelled(
          document,
          fields,
          apiVersion,
          kind,
          "zonec does not know this kind; its `"
              + selector.get()
              + "` selects pods as in a policy");
    }
    if (templates.isEmpty() && selector.isEmpty()) {
      skip(kind);
    }
  }

  /** Reads an object whose kind has no effect of its own. */
  private void readContained(
      Document document, Map<String, Fields.Field> fields, String apiVersion, String kind) {
    if (!addContained(document, fields, apiVersion, kind)) {
      skip(kind);
    }
  }

  /**
   * Adds an object that contains other objects or changes those of a folder; returns false if it
   * does neither.
   */
  private boolean addContained(
      Document document, Map<String, Fields.Field> fields, String apiVersion, String kind) {
    if (!(document.root() instanceof MappingNode root)) {
      return false;
    }
    ContainedObjects contained = ContainedObjects.in(root, Kinds.group(apiVersion));
    AppliedFolder.change(apiVersion, kind, root)
        .or(
            () ->
                contained
                    .policy()
                    .map(each -> "it contains " + each + ", which its controller applies"))
        .ifPresent(reason -> unmodelled(document, fields, apiVersion, kind, reason));
    if (contained.hasPods()) {
      podMakers.add(foreign(document, fields, apiVersion, kind));
    }
    return contained.hasPods()
        || contained.policy().isPresent()
        || AppliedFolder.change(apiVersion, kind, root).isPresent();
  }

  private void addWorkload(
      Document document, String apiVersion, String kind, List<PodTemplate> templates) {
    ObjectReader.Outcome outcome =
        ObjectReader.read(
            document,
            apiVersion,
            kind,
            GenericKubernetesResource.class,
            ObjectShapes.objectWith(Map.of()));
    unreadable.addAll(outcome.problems());
    for (ManifestObject each : outcome.objects()) {
      objects.add(new ManifestObject(each.object(), document, templates));
    }
  }

  private void unmodelled(
      Document document,
      Map<String, Fields.Field> fields,
      String apiVersion,
      String kind,
      String reason) {
    String note = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    unmodelled.add(
        new UnmodelledPolicy(
            apiVersion, kind, nameOf(fields), note, order(fields), document.span()));
  }

  private static Optional<Double> order(Map<String, Fields.Field> fields) {
    return Optional.ofNullable(fields.get("spec"))
        .map(Fields.Field::value)
        .filter(MappingNode.class::isInstance)
        .map(node -> Fields.of((MappingNode) node).get("order"))
        .map(Fields.Field::value)
        .filter(node -> !isNull(node))
        .map(
            node ->
                switch (node instanceof ScalarNode scalar
                    ? Scalar.of(scalar)
                    : new Scalar.Nothing()) {
                  case Scalar.Whole(BigInteger value) -> value.doubleValue();
                  case Scalar.Real(double value) -> value;
                  case Scalar.Nothing nothing -> Double.NaN;
                  case Scalar.Flag flag -> Double.NaN;
                  case Scalar.Text text -> Double.NaN;
                  case Scalar.Refused refused -> Double.NaN;
                });
  }

  private static ForeignObject foreign(
      Document document, Map<String, Fields.Field> fields, String apiVersion, String kind) {
    return new ForeignObject(
        apiVersion, kind, named(fields, "namespace"), named(fields, "name"), document.span());
  }

  private void skip(String kind) {
    skippedKinds.merge(kind, 1, Integer::sum);
  }

  /** Reads the items of a list; returns false if the object is not a list. */
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
            ? ListOf.ANYTHING
            : new ListOf(apiVersion, Optional.of(kind.substring(0, kind.length() - 4)), false);
    if (items.isPresent() && items.get() instanceof SequenceNode list) {
      boolean ofObjects = list.items().stream().allMatch(MappingNode.class::isInstance);
      if (bare || ofObjects) {
        list.items().forEach(item -> readObject(document.at(item), around));
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

  private void notAnObject(Span span, String message) {
    unreadable.add(Diagnostic.error(Code.ZC0603, span, message));
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
    String namespace = named(fields, "namespace");
    String name = named(fields, "name");
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** Returns a field of the metadata; empty if it does not exist. */
  private static String named(Map<String, Fields.Field> fields, String field) {
    return Optional.ofNullable(fields.get("metadata"))
        .map(Fields.Field::value)
        .filter(MappingNode.class::isInstance)
        .flatMap(node -> text(Fields.of((MappingNode) node), field))
        .orElse("");
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && Scalar.of(scalar) instanceof Scalar.Nothing;
  }
}

package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.manifest.KindNames;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pods and pod templates of all objects, each with its topmost controller. */
final class Instances {
  private final Map<ObjectName, ManifestObject> objects;
  private final SelectorLabels asked;
  private final AutomaticLabels automatic;
  private final List<Instance> found = new ArrayList<>();
  private final List<HiddenPods> hidden = new ArrayList<>();
  private final Set<ObjectName> controllers = new HashSet<>();

  private Instances(Map<ObjectName, ManifestObject> objects, SelectorLabels asked) {
    this.objects = objects;
    this.asked = asked;
    this.automatic = new AutomaticLabels(asked);
  }

  /** Reads {@code objects}. Templates are divided where {@code asked} distinguishes their pods. */
  static Instances of(Map<ObjectName, ManifestObject> objects, SelectorLabels asked) {
    Instances instances = new Instances(objects, asked);
    objects.forEach(
        (name, each) -> name.controllerOf(each.object()).ifPresent(instances.controllers::add));
    objects.forEach(instances::read);
    return instances;
  }

  List<Instance> found() {
    return found;
  }

  /** Returns the objects that create unknown pods. */
  List<HiddenPods> hidden() {
    return hidden;
  }

  /**
   * Returns the pods that {@code maker} creates and no manifest shows; empty if some of its pods
   * are declared.
   */
  Optional<HiddenPods> hiddenBy(ForeignObject maker, String defaultNamespace) {
    String namespace = maker.namespace().isEmpty() ? defaultNamespace : maker.namespace();
    String kind = KindNames.of(maker.apiVersion(), maker.kind());
    ObjectName name = new ObjectName(kind, namespace, maker.name());
    return controllers.contains(name)
        ? Optional.empty()
        : Optional.of(
            new HiddenPods(
                KindNames.group(maker.apiVersion()), kind, namespace, maker.name(), maker.span()));
  }

  private void read(ObjectName name, ManifestObject each) {
    Deadline.check();
    Optional<ObjectName> controller = name.controllerOf(each.object());
    // The template of a declared Deployment represents its ReplicaSets, including old ones.
    if (!name.kind().equals("Pod") && controller.filter(this::describesItsPods).isPresent()) {
      return;
    }
    if (!each.templates().isEmpty()) {
      each.templates().forEach(template -> readForeign(template, name, each));
      return;
    }
    Optional<Instance> instance =
        InstanceReader.read(each.object(), name, topOwner(name), each.document().span());
    if (instance.isPresent()) {
      found.addAll(
          name.kind().equals("Pod")
              ? List.of(instance.get())
              : automatic.of(instance.get(), Ordinals.of(each.object())));
    }
  }

  /** Whether an object is declared and contains a pod template. */
  private boolean describesItsPods(ObjectName name) {
    return Optional.ofNullable(objects.get(name)).stream()
        .anyMatch(object -> object.templates().stream().noneMatch(Instances::isBare));
  }

  /** Whether a template has only information that is not written in the object. */
  private static boolean isBare(PodTemplate template) {
    return template.labels().isEmpty() && template.from().isEmpty();
  }

  private void readForeign(PodTemplate template, ObjectName name, ManifestObject each) {
    if (isBare(template) && controllers.contains(name)) {
      return;
    }
    Span span = each.document().span();
    Optional<Instance> instance =
        template.from().isEmpty()
            ? Optional.of(InstanceReader.foreign(template, name, topOwner(name), span))
            : borrowed(template.from().get(), template, name, span);
    if (instance.isPresent()) {
      found.addAll(automatic.of(instance.get(), Ordinals.NONE));
    } else {
      hidden.add(
          new HiddenPods(
              KindNames.group(each.object().getApiVersion()),
              name.kind(),
              name.namespace(),
              name.name(),
              span));
    }
  }

  /** Reads an object that refers to the template of another workload. */
  private Optional<Instance> borrowed(
      PodTemplate.Reference from, PodTemplate template, ObjectName name, Span span) {
    ObjectName lender = new ObjectName(from.kind(), name.namespace(), from.name());
    return Optional.ofNullable(objects.get(lender))
        .flatMap(object -> InstanceReader.read(object.object(), name, topOwner(name), span))
        .map(read -> read.guessing(template.guessed()));
  }

  /** Returns the controller of the controller and so on, as far as they are declared. */
  private ObjectName topOwner(ObjectName name) {
    ObjectName top = name;
    for (int steps = 0; steps < 10; steps++) {
      @Nullable ManifestObject object = objects.get(top);
      Optional<ObjectName> above =
          object == null ? Optional.empty() : top.controllerOf(object.object());
      if (above.isEmpty()) {
        return top;
      }
      top = above.get();
    }
    return top;
  }

  /**
   * Returns a diagnostic for each key that a selector uses and whose value is unknown for the pods
   * of some controller.
   */
  List<Diagnostic> guesses() {
    Set<ObjectName> withPods = new HashSet<>();
    found.stream().filter(Instance::isPod).map(Instance::owner).forEach(withPods::add);
    List<Diagnostic> guesses = new ArrayList<>();
    Set<String> reported = new HashSet<>();
    for (Instance instance : found) {
      for (String key : withPods.contains(instance.owner()) ? List.<String>of() : keys(instance)) {
        if (reported.add(key)) {
          guesses.add(guess(instance, key));
        }
      }
    }
    return guesses;
  }

  private List<String> keys(Instance instance) {
    return AutomaticLabels.unknown(instance).stream()
        .filter(asked::comparesValues)
        .filter(key -> automatic.mayBeAsked(instance, key))
        .toList();
  }

  private Diagnostic guess(Instance instance, String key) {
    Span span = asked.span(key).orElse(instance.span());
    return Diagnostic.error(
            Code.ZC0608,
            span,
            "the value of `"
                + key
                + "` is not known: a controller sets it when it creates the pods")
        .note(
            "the manifests do not show the pods of "
                + instance.self()
                + ", so the selector may or may not match them")
        .help("select a label of the template, or read the pods with `-k`");
  }
}

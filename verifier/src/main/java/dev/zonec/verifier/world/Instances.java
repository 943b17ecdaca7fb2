package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.verifier.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects to what they run, each with its topmost controller. */
final class Instances {
  private final Map<ObjectName, ManifestObject> objects;
  private final AskedLabels asked;
  private final AutomaticLabels automatic;
  private final List<Instance> found = new ArrayList<>();

  private Instances(Map<ObjectName, ManifestObject> objects, AskedLabels asked) {
    this.objects = objects;
    this.asked = asked;
    this.automatic = new AutomaticLabels(asked);
  }

  /** What {@code objects} run, taken apart where {@code asked} tells its pods apart. */
  static Instances of(Map<ObjectName, ManifestObject> objects, AskedLabels asked) {
    Instances instances = new Instances(objects, asked);
    objects.forEach(instances::read);
    return instances;
  }

  List<Instance> found() {
    return found;
  }

  private void read(ObjectName name, ManifestObject each) {
    Optional<ObjectName> controller = name.controllerOf(each.object());
    boolean madeByDeclared = controller.isPresent() && objects.containsKey(controller.get());
    // A declared Deployment's template stands for its ReplicaSets, old ones among them.
    if (madeByDeclared && !name.kind().equals("Pod")) {
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

  /** The controller of the controller and so on, as far as they are declared. */
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
   * One diagnostic for each key whose value is asked for and known of no pod of some controller.
   */
  List<Diagnostic> guesses() {
    Set<ObjectName> withPods = new HashSet<>();
    found.stream().filter(Instance::isPod).map(Instance::owner).forEach(withPods::add);
    List<Diagnostic> guesses = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Instance instance : found) {
      for (String key : withPods.contains(instance.owner()) ? List.<String>of() : keys(instance)) {
        if (told.add(key)) {
          guesses.add(guess(instance, key));
        }
      }
    }
    return guesses;
  }

  private List<String> keys(Instance instance) {
    return AutomaticLabels.unknown(instance).stream().filter(asked::asksForValues).toList();
  }

  private Diagnostic guess(Instance instance, String key) {
    Span place = asked.site(key).orElse(instance.site());
    return Diagnostic.error(
            Code.ZC0608, place, "this asks for `" + key + "`, whose value only a controller knows")
        .note(
            "the pods of "
                + instance.self()
                + " have it; whether they are meant cannot be said from their template");
  }
}

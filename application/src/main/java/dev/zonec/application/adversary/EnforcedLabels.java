package dev.zonec.application.adversary;

import dev.zonec.compiler.admission.AdmissionPolicies;
import dev.zonec.compiler.admission.AdmissionPolicy;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.AdmissionObject;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What admission policies of manifests enforce for a program.
 *
 * <p>A policy counts only if it is what the program is compiled to, with a binding that denies in
 * every namespace. Such policies are recognized by name and content. Nothing else is relied on.
 *
 * @param pinned what is enforced
 * @param problems a warning for each policy that has the name of a compiled one and does not count
 * @param others the names of other policies, sorted
 */
public record EnforcedLabels(
    PinnedLabels pinned, List<Diagnostic> problems, SortedSet<String> others) {
  /** Copies the collections. */
  public EnforcedLabels {
    problems = List.copyOf(problems);
    others = new TreeSet<>(others);
  }

  /** Returns what {@code objects} enforce for {@code program}. */
  public static EnforcedLabels of(ZoneProgram program, List<AdmissionObject> objects) {
    SortedSet<String> keys = new TreeSet<>();
    List<Disjointness> apart = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    SortedSet<String> others = new TreeSet<>();
    objects.stream()
        .filter(object -> object.kind() == AdmissionObject.Kind.POLICY)
        .forEach(object -> others.add(object.name()));
    for (AdmissionPolicy expected : AdmissionPolicies.of(program)) {
      others.remove(expected.name());
      List<AdmissionObject> policies = named(objects, AdmissionObject.Kind.POLICY, expected.name());
      if (policies.isEmpty()) {
        continue;
      }
      AdmissionObject first = policies.getFirst();
      if (!policies.stream().allMatch(policy -> policy.spec().equals(expected.spec()))) {
        problems.add(notRelied(first, "it differs from what the program is compiled to"));
      } else if (!isBound(objects, expected)) {
        problems.add(
            notRelied(
                first,
                "no binding of the manifests puts it into force with the action Deny in every"
                    + " namespace"));
      } else {
        switch (expected.enforces()) {
          case AdmissionPolicy.Enforces.Label(String key) -> keys.add(key);
          case AdmissionPolicy.Enforces.Apart(List<Disjointness.Pair> pairs) ->
              pairs.stream().map(Disjointness::of).forEach(apart::add);
        }
      }
    }
    return new EnforcedLabels(new PinnedLabels(keys, apart), problems, others);
  }

  /**
   * Whether a binding denies everywhere. Bindings of one name must agree, because one replaces the
   * other.
   */
  private static boolean isBound(List<AdmissionObject> objects, AdmissionPolicy expected) {
    return objects.stream()
        .filter(object -> object.kind() == AdmissionObject.Kind.BINDING)
        .filter(object -> object.spec().equals(expected.binding()))
        .anyMatch(
            binding ->
                named(objects, AdmissionObject.Kind.BINDING, binding.name()).stream()
                    .allMatch(other -> other.spec().equals(expected.binding())));
  }

  private static List<AdmissionObject> named(
      List<AdmissionObject> objects, AdmissionObject.Kind kind, String name) {
    return objects.stream()
        .filter(object -> object.kind() == kind && object.name().equals(name))
        .toList();
  }

  private static Diagnostic notRelied(AdmissionObject policy, String why) {
    return Diagnostic.warning(
            Code.ZC1511,
            policy.span(),
            "the admission policy `" + policy.name() + "` is not relied on: " + why)
        .help("write it again with `zonec compile --emit admission`, and pass both of its objects");
  }
}

package dev.zonec.compiler.admission;

import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.emit.QuotedYaml;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The admission policies of a program. */
public final class AdmissionPolicies {
  /** The folder of objects without a namespace; no namespace can have this name. */
  private static final String FOLDER = "_cluster";

  private AdmissionPolicies() {}

  /**
   * Returns a policy for each label that is not for tenants, sorted by key, and then one for zones
   * that are declared disjoint, if selectors do not keep them apart.
   */
  public static List<AdmissionPolicy> of(ZoneProgram program) {
    List<AdmissionPolicy> policies = new ArrayList<>();
    program
        .trust()
        .declared()
        .forEach(
            (key, level) -> {
              if (!key.equals(Namespace.NAME_LABEL) && level != LabelTrust.Level.TENANT) {
                policies.add(
                    level == LabelTrust.Level.ADMIN_ONLY
                        ? PinnedLabel.of(program.module(), key, program.trust().settersOf(key))
                        : FixedLabel.of(program.module(), key));
              }
            });
    ZonesApart.of(program).ifPresent(policies::add);
    return List.copyOf(policies);
  }

  /** Returns the policies as files, each with its binding. */
  public static List<PolicyFile> files(ZoneProgram program, Owner owner) {
    return of(program).stream()
        .map(policy -> new PolicyFile(FOLDER, policy.name(), text(policy, owner)))
        .toList();
  }

  private static String text(AdmissionPolicy policy, Owner owner) {
    return GeneratedHeader.of(owner)
        + QuotedYaml.write(object("ValidatingAdmissionPolicy", policy, policy.spec()))
        + "---\n"
        + QuotedYaml.write(object("ValidatingAdmissionPolicyBinding", policy, policy.binding()));
  }

  private static Map<String, Object> object(
      String kind, AdmissionPolicy policy, Map<String, Object> spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "admissionregistration.k8s.io/v1");
    object.put("kind", kind);
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("labels", Map.of("app.kubernetes.io/managed-by", "zonec"));
    metadata.put("name", policy.name());
    object.put("metadata", metadata);
    object.put("spec", spec);
    return object;
  }
}

package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.MetadataReader;
import dev.zonec.kubernetes.policy.PolicyName;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads cluster-scoped policies. It rejects what the schema of the kind rejects
 * (network-policy-api, apis/v1alpha1, apis/v1alpha2 and apis/v1beta1).
 */
public final class ClusterPolicyReader {
  private static final int HIGHEST_PRIORITY = 1000;

  private final CidrForm form;

  /**
   * @param form the accepted forms where servers differ
   */
  public ClusterPolicyReader(CidrForm form) {
    this.form = form;
  }

  /** Reads the policy, or returns all of its problems. */
  public ClusterPolicyReading read(ClusterPolicyObject policy, Document document) {
    PolicyKind kind = PolicyKind.of(policy.getKind()).orElseThrow();
    List<Diagnostic> problems = new ArrayList<>();
    CheckedField object = new CheckedField(document, List.of(), problems);
    @Nullable ObjectMeta givenMetadata = policy.getMetadata();
    ObjectMeta metadata = givenMetadata == null ? new ObjectMeta() : givenMetadata;
    String name = name(kind, metadata, object.at("metadata"));
    @Nullable ClusterPolicySpec givenSpec = policy.getSpec();
    ClusterPolicySpec spec =
        givenSpec == null ? new ClusterPolicySpec(null, null, null, null, null) : givenSpec;
    CheckedField field = object.at("spec");
    Tier tier = tier(kind, spec.tier(), field);
    int priority = priority(kind, spec.priority(), field);
    PolicySubject subject = subject(kind, spec.subject(), field);
    ClusterRuleReader rules = new ClusterRuleReader(kind, form);
    List<ClusterRule> ingress = rules.ingress(spec.ingress(), field.at("ingress"));
    List<ClusterRule> egress = rules.egress(spec.egress(), field.at("egress"));
    return problems.isEmpty()
        ? new ClusterPolicyReading.Valid(
            new ClusterPolicy(
                policy.getKind(), name, tier, priority, subject, ingress, egress, document.span()))
        : new ClusterPolicyReading.Invalid(problems);
  }

  private static String name(PolicyKind kind, ObjectMeta metadata, CheckedField field) {
    String name = PolicyName.read(metadata, field);
    MetadataReader.check(metadata, field);
    if (kind == PolicyKind.BASELINE_ADMIN && !name.isEmpty() && !name.equals("default")) {
      field
          .at("name")
          .problem(
              Code.ZC0620,
              "the only BaselineAdminNetworkPolicy must be called `default`, not `" + name + "`",
              "name it `default`");
    }
    return name;
  }

  private static Tier tier(PolicyKind kind, @Nullable String written, CheckedField spec) {
    return switch (kind) {
      case ADMIN -> Tier.ADMIN;
      case BASELINE_ADMIN -> Tier.BASELINE;
      case CLUSTER -> {
        if (written == null) {
          spec.problem(Code.ZC0620, "the policy needs a `tier`", "write Admin or Baseline");
          yield Tier.ADMIN;
        }
        yield switch (written) {
          case "Admin" -> Tier.ADMIN;
          case "Baseline" -> Tier.BASELINE;
          default -> {
            String help =
                NearestName.to(written, List.of("Admin", "Baseline"))
                    .map(nearest -> "did you mean `" + nearest + "`?")
                    .orElse("write Admin or Baseline");
            spec.at("tier").problem(Code.ZC0620, "there is no tier `" + written + "`", help);
            yield Tier.ADMIN;
          }
        };
      }
    };
  }

  private static int priority(PolicyKind kind, @Nullable Integer written, CheckedField spec) {
    if (kind == PolicyKind.BASELINE_ADMIN) {
      return 0;
    }
    if (written == null) {
      spec.problem(
          Code.ZC0620,
          "the policy needs a `priority`",
          "write a number from 0 to 1000; policies with a lower number come first");
      return 0;
    }
    if (written < 0 || written > HIGHEST_PRIORITY) {
      spec.at("priority")
          .problem(
              Code.ZC0620, written + " is not a priority: they go from 0 to " + HIGHEST_PRIORITY);
    }
    return written;
  }

  private PolicySubject subject(
      PolicyKind kind, ClusterPolicySpec.@Nullable Pods written, CheckedField spec) {
    if (written == null || (written.namespaces() == null && written.pods() == null)) {
      (written == null ? spec : spec.at("subject"))
          .problem(
              Code.ZC0620,
              "the policy needs a `subject`: `namespaces` or `pods`",
              "for every pod of every namespace write `namespaces: {}`");
      return new PolicySubject(Selector.EVERYTHING, Selector.EVERYTHING);
    }
    if (written.namespaces() != null && written.pods() != null) {
      spec.at("subject").problem(Code.ZC0620, "a subject must be `namespaces` or `pods`, not both");
    }
    PodsReader.Read pods =
        PodsReader.read(kind, form, written.namespaces(), written.pods(), spec.at("subject"));
    return new PolicySubject(pods.namespaces(), pods.pods());
  }
}

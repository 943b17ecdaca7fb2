package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.GeneratedNames;
import dev.zonec.model.label.LabelSyntax;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** Reads the name of a policy: a DNS subdomain (RFC 1123). */
public final class PolicyName {
  private PolicyName() {}

  /** Returns the name. Problems are reported at {@code field}, the metadata. */
  public static String read(ObjectMeta metadata, CheckedField field) {
    return read(metadata, field, field.problems());
  }

  /**
   * Returns the name. A missing name is reported at {@code field}, the metadata, and a malformed
   * one in {@code malformed}.
   */
  static String read(ObjectMeta metadata, CheckedField field, List<Diagnostic> malformed) {
    String name = Absent.orEmpty(metadata.getName());
    if (name.isEmpty()) {
      field.problem(Code.ZC0610, "a policy needs a name");
    } else if (!GeneratedNames.areWellFormed(metadata, LabelSyntax::isDnsSubdomain)) {
      boolean generated = GeneratedNames.isGenerated(metadata);
      new CheckedField(
              field.document(), field.at(generated ? "generateName" : "name").path(), malformed)
          .problem(
              Code.ZC0610,
              "`" + name + "` is not a valid name for a policy",
              "use lower-case letters, digits, `-` and `.`, such as `api-policy`");
    }
    return name;
  }
}

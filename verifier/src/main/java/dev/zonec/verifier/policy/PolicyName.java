package dev.zonec.verifier.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.model.label.LabelSyntax;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** A policy's name: a DNS subdomain (RFC 1123). */
public final class PolicyName {
  private PolicyName() {}

  /** The name; what is wrong with it goes to {@code site}, the metadata. */
  public static String read(ObjectMeta metadata, Site site) {
    String name = Absent.orEmpty(metadata.getName());
    if (name.isEmpty()) {
      site.problem(Code.ZC0610, "a policy needs a name");
    } else if (!LabelSyntax.isDnsSubdomain(name)) {
      site.at("name").problem(Code.ZC0610, "`" + name + "` is not a name for a policy");
    }
    return name;
  }
}

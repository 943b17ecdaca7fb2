package dev.zonec.compiler.output;

import dev.zonec.compiler.emit.GeneratedHeader;
import dev.zonec.compiler.emit.PolicyFile;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The file by which a directory of policies is applied as one. */
final class Kustomization {
  static final String NAME = "kustomization.yaml";

  private Kustomization() {}

  /** Every file of the directory by its path, this one included. */
  static SortedMap<String, String> withPolicies(String module, List<PolicyFile> policies) {
    SortedMap<String, String> files = new TreeMap<>();
    policies.forEach(policy -> files.put(policy.path(), policy.text()));
    StringBuilder text = new StringBuilder(GeneratedHeader.of(module));
    text.append("apiVersion: kustomize.config.k8s.io/v1beta1\n");
    text.append("kind: Kustomization\n");
    text.append(files.isEmpty() ? "resources: []\n" : "resources:\n");
    files.keySet().forEach(path -> text.append("- ").append(path).append('\n'));
    files.put(NAME, text.toString());
    return files;
  }
}

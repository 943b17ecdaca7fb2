package dev.zonec.response.command;

import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.response.change.NewObject;

/** Writes commands of kubectl. */
final class Kubectl {
  private Kubectl() {}

  /**
   * Returns the command that patches a NetworkPolicy.
   *
   * @param operations a JSON Patch (RFC 6902)
   */
  static String patch(Policy policy, String operations) {
    return Shell.line(
        "kubectl",
        "patch",
        "networkpolicy",
        "-n",
        policy.namespace(),
        policy.name(),
        "--type=json",
        "-p",
        operations);
  }

  /** Returns the command that deletes an object. */
  static String delete(NewObject object) {
    return object.namespace().isEmpty()
        ? Shell.line("kubectl", "delete", object.resource(), object.name())
        : Shell.line(
            "kubectl", "delete", object.resource(), "-n", object.namespace(), object.name());
  }
}

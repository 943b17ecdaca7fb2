package dev.zonec.cli;

import dev.zonec.application.adversary.Adversary;
import dev.zonec.application.adversary.AdversaryRequest;
import dev.zonec.application.adversary.EnforcedLabels;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects the adversaries against which assertions are proved again. */
@OptionGroup(Subject.READING)
final class AdversaryOptions {
  private static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--adversary",
      paramLabel = "NAME",
      split = ",",
      description =
          "prove the assertions again against this adversary: node (nodes are compromised),"
              + " no-egress (egress is not enforced), no-admin-tier (policies of the Admin tier are"
              + " missing), relabel (an attacker sets labels of its pods), or all; a list separated"
              + " by commas; repeatable")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--tolerate",
      paramLabel = "N",
      description = "prove the assertions again without each single policy; N must be 1")
  private @Nullable Integer tolerated;

  /** Checks the options. */
  void check() {
    for (String name : names) {
      if (!name.equals(ALL) && Adversary.named(name).isEmpty()) {
        throw invalid(
            "unknown adversary `"
                + name
                + "`; the adversaries are "
                + String.join(", ", Adversary.words())
                + ", and all");
      }
    }
    if (tolerated != null && tolerated != 1) {
      throw invalid("--tolerate must be 1: policies are deleted one at a time");
    }
  }

  /** Returns the option that asks for adversaries; empty if none is wanted. */
  Optional<String> wanted() {
    if (!names.isEmpty()) {
      return Optional.of("--adversary");
    }
    return tolerated == null ? Optional.empty() : Optional.of("--tolerate");
  }

  /**
   * Returns the request about {@code verified}; empty if no adversary is wanted.
   *
   * @param enforced what admission policies of the manifests enforce
   */
  Optional<AdversaryRequest> request(
      VariantOutcome.Verified verified, Supplier<EnforcedLabels> enforced) {
    return names.isEmpty() && tolerated == null
        ? Optional.empty()
        : Optional.of(
            new AdversaryRequest(verified, adversaries(), tolerated != null, enforced.get()));
  }

  private List<Adversary> adversaries() {
    return names.contains(ALL)
        ? List.of(Adversary.values())
        : names.stream().map(Adversary::named).flatMap(Optional::stream).toList();
  }

  private CommandLine.ParameterException invalid(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}

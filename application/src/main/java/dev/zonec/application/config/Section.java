package dev.zonec.application.config;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.Severity;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.template.RenderCommand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the file outside of its environments, or the keys of one environment. A key that is
 * not written is empty.
 */
record Section(
    Optional<List<ConfigPath>> program,
    Optional<Manifests> manifests,
    Optional<ConfigPath> output,
    GivenParams params,
    Map<Knob, String> assumed,
    Optional<String> defaultNamespace,
    Optional<List<String>> ignored,
    Optional<Boolean> allowOutside,
    Optional<Severity> failOn,
    Optional<List<String>> diffFailOn,
    Optional<String> format,
    Optional<Integer> timeout,
    Optional<ConfigPath> baseline,
    Optional<ConfigPath> cache) {
  /** A section without keys. */
  static final Section EMPTY =
      new Section(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          GivenParams.NONE,
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The entries of {@code manifests}: files and folders, and commands that print manifests. */
  record Manifests(List<ConfigPath> paths, List<RenderCommand> commands) {}

  /**
   * Returns the keys of this section, and the keys of {@code weaker} that it lacks. Parameters and
   * knobs are merged one by one.
   */
  Section over(Section weaker) {
    Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    knobs.putAll(weaker.assumed);
    knobs.putAll(assumed);
    return new Section(
        program.or(weaker::program),
        manifests.or(weaker::manifests),
        output.or(weaker::output),
        params.over(weaker.params),
        knobs,
        defaultNamespace.or(weaker::defaultNamespace),
        ignored.or(weaker::ignored),
        allowOutside.or(weaker::allowOutside),
        failOn.or(weaker::failOn),
        diffFailOn.or(weaker::diffFailOn),
        format.or(weaker::format),
        timeout.or(weaker::timeout),
        baseline.or(weaker::baseline),
        cache.or(weaker::cache));
  }
}

package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Settles points that the Kubernetes API leaves open. */
@OptionGroup(Subject.READING)
final class AssumeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--assume",
      paramLabel = "KNOB=ANSWER",
      description = "settle a point that the API leaves open, such as ipblock-matches-pods=no")
  private Map<String, String> assumed = new LinkedHashMap<>();

  /**
   * Returns the reading MAY with the points that the user settles, on the command line or in the
   * configuration file.
   */
  Reading may(Settings settings) {
    Reading reading = new Reading(true, settings.assumed());
    for (Map.Entry<String, String> entry : assumed.entrySet()) {
      Knob knob = knob(entry.getKey());
      if (!knob.answers().contains(entry.getValue())) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--assume " + knob.word() + " takes " + String.join(" or ", knob.answers()));
      }
      reading = reading.with(knob, entry.getValue());
    }
    return reading;
  }

  private Knob knob(String word) {
    Optional<Knob> knob =
        Arrays.stream(Knob.values()).filter(k -> k.word().equals(word)).findFirst();
    return knob.orElseThrow(
        () ->
            new CommandLine.ParameterException(
                spec.commandLine(),
                "--assume takes one of "
                    + Arrays.stream(Knob.values())
                        .map(Knob::word)
                        .collect(Collectors.joining(", "))));
  }
}

package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.kubernetes.reading.Reading;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Selects the reading of points that the Kubernetes API leaves open. */
@OptionGroup(Subject.READING)
final class ReadingOptions {
  enum Choice {
    MAY,
    MUST;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--semantics",
      paramLabel = "READING",
      defaultValue = "may",
      description =
          "may: what some implementation allows; must: what every one does (default: may)")
  private Choice semantics = Choice.MAY;

  @Mixin private AssumeOptions assume = new AssumeOptions();

  /** Whether the reading is MAY. */
  boolean permissive() {
    return semantics == Choice.MAY;
  }

  Reading reading(Settings settings) {
    return assume.may(settings).withPermissive(semantics == Choice.MAY);
  }
}

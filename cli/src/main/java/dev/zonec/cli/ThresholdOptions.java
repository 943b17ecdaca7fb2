package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.flows.rule.Thresholds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The thresholds of the rules about the behaviour of sources. */
@OptionGroup(Subject.COMMAND)
final class ThresholdOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--fan-out",
      paramLabel = "N/SECONDS",
      description = "a fan-out: N new ends or ports within these seconds (default: 20/300)")
  private @Nullable String fanOut;

  @Option(
      names = "--beacon",
      paramLabel = "CALLS/PERCENT",
      description =
          "a beacon: this many calls to one outside address, whose times between them deviate by at"
              + " most PERCENT of their mean (default: 10/10)")
  private @Nullable String beacon;

  @Option(
      names = "--beacon-pause",
      paramLabel = "SECONDS",
      description = "the longest time between two calls of a beacon (default: 86400)")
  private @Nullable Integer pause;

  @Option(
      names = "--volume",
      paramLabel = "PACKETS/BYTES",
      description =
          "a volume: this many packets of at most BYTES on average to one outside address, within"
              + " one window (default: 10000/200)")
  private @Nullable String volume;

  @Option(
      names = "--volume-window",
      paramLabel = "SECONDS",
      description = "the window of a volume (default: 60)")
  private @Nullable Integer window;

  /** Returns the thresholds, or rejects an invalid command line. */
  Thresholds thresholds() {
    Thresholds standard = Thresholds.STANDARD;
    int[] ends = pair("--fan-out", fanOut, standard.fanOutEnds(), seconds(standard.fanOutWindow()));
    int[] calls =
        pair(
            "--beacon",
            beacon,
            standard.beaconCalls(),
            (int) Math.round(standard.beaconJitter() * 100));
    int[] packets =
        pair("--volume", volume, (int) standard.volumePackets(), (int) standard.volumeSize());
    if (calls[0] < 3) {
      throw refused("--beacon needs at least 3 calls: two have only one time between them");
    }
    return new Thresholds(
        ends[0],
        Duration.ofSeconds(ends[1]),
        calls[0],
        calls[1] / 100.0,
        pause == null ? standard.beaconPause() : positive("--beacon-pause", pause),
        packets[0],
        packets[1],
        window == null ? standard.volumeWindow() : positive("--volume-window", window));
  }

  private static int seconds(Duration duration) {
    return (int) duration.toSeconds();
  }

  private Duration positive(String name, int seconds) {
    if (seconds < 1) {
      throw refused(name + " takes at least 1 second");
    }
    return Duration.ofSeconds(seconds);
  }

  private int[] pair(String name, @Nullable String given, int first, int second) {
    if (given == null) {
      return new int[] {first, second};
    }
    if (!given.matches("[1-9]\\d{0,8}/[1-9]\\d{0,8}")) {
      throw refused(
          name + " takes two numbers such as " + first + "/" + second + ", not '" + given + "'");
    }
    int slash = given.indexOf('/');
    return new int[] {
      Integer.parseInt(given.substring(0, slash)), Integer.parseInt(given.substring(slash + 1))
    };
  }

  private CommandLine.ParameterException refused(String reason) {
    return new CommandLine.ParameterException(spec.commandLine(), reason);
  }
}

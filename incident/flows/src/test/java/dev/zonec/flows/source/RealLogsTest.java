package dev.zonec.flows.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.RecordPlace;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reads logs of real systems, if they are present, and prints what was found in each. */
final class RealLogsTest {
  private static final Path LOGS =
      Path.of(System.getProperty("zonec.shared", "")).resolve("inputs");

  private static final List<String> FOLDERS =
      List.of(
          "hubble",
          "calico-flowlogs",
          "suricata",
          "zeek",
          "vpc-aws",
          "vpc-gcp",
          "nsg-azure",
          "pcap");

  /** Files that are no logs of flows, with a part of the reason. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "hubble/bookinfo-manifests.yaml", "",
          "suricata/fast.log", "fast.log",
          "zeek/cut-community-id.log", "zeek-cut",
          "zeek/json-iso8601-ts-ssh.log", "");

  /** Records that are damaged in the files themselves. */
  private static final Map<String, Integer> DAMAGED = Map.of();

  @Test
  void everyRecordIsExplained() {
    Assumptions.assumeTrue(Files.isDirectory(LOGS), "the logs are not present");
    List<String> table = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    long flows = 0;
    for (String folder : FOLDERS) {
      LogFiles files = LogFiles.of(List.of(InputPath.of(LOGS.resolve(folder).toString())));
      assertThat(files.problems()).isEmpty();
      for (InputPath file : files.logs()) {
        String name = folder + "/" + Path.of(file.location()).getFileName();
        Recorded recorded = new Recorded();
        LogReading reading = new LogReading(recorded, InputStream.nullInputStream());
        reading.read(file);
        if (OTHERS.containsKey(name)) {
          assertThat(reading.problems())
              .as(name)
              .singleElement()
              .satisfies(
                  problem -> {
                    assertThat(problem.code()).isEqualTo(Code.ZC1203);
                    assertThat(problem.toString()).contains(OTHERS.get(name));
                  });
          continue;
        }
        assertThat(reading.problems()).as(name).isEmpty();
        LogCounts counts = reading.counts().getFirst();
        flows += counts.flows();
        table.add(line(name, counts, recorded));
        recorded.unreadable.forEach(each -> unreadable.add(each.replace(LOGS + "/", "")));
      }
    }
    table.forEach(System.out::println);
    unreadable.forEach(System.out::println);
    assertThat(flows).isGreaterThan(400);
    assertThat(unreadable).hasSize(DAMAGED.values().stream().mapToInt(Integer::intValue).sum());
  }

  private static String line(String name, LogCounts counts, Recorded recorded) {
    return String.format(
        "%-62s %-16s flows %4d (%d without orientation) skipped %3d %s unreadable %d lost %d %s",
        name,
        counts.format().title(),
        counts.flows(),
        recorded.unknown,
        counts.skippedRecords(),
        new TreeMap<>(counts.skipped()),
        counts.unreadable(),
        counts.lost(),
        recorded.outcomes);
  }

  /** Collects what a reader reports. */
  private static final class Recorded implements FlowSink {
    private final List<String> unreadable = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int unknown;

    @Override
    public void flow(ObservedFlow flow) {
      assertThat(flow.end()).isGreaterThanOrEqualTo(flow.start());
      assertThat(flow.excerpt().text()).isNotEmpty();
      outcomes.merge(flow.outcome().word(), 1, Integer::sum);
      if (flow.orientation() == Orientation.UNKNOWN) {
        unknown++;
      }
    }

    @Override
    public void skipped(RecordPlace place, String reason) {}

    @Override
    public void unreadable(RecordPlace place, String reason) {
      unreadable.add(place + " " + reason);
    }

    @Override
    public void lost(RecordPlace place, long number) {}
  }
}

package dev.zonec.bench;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.flows.analysis.FlowAnalysis;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.source.LogReading;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;
import java.util.function.UnaryOperator;

/** The analysis of generated logs, against pods and policies that are generated too. */
final class FlowBench {
  /** The number of workloads; each has a pod and a policy. */
  static final int WORKLOADS = 200;

  private static final World WORLD =
      new WorldReader()
          .read(
              ManifestReader.read(
                  List.of(new SourceText("bench.yaml", FlowLog.manifests(WORKLOADS)))))
          .world();

  private FlowBench() {}

  /**
   * Reads a log, and attributes, judges and counts its flows.
   *
   * @param before what receives the flows, and passes them on
   */
  static FlowAnalysis analysed(FlowLog.Lines lines, long flows, UnaryOperator<FlowSink> before) {
    Cluster cluster = new Cluster(List.of(Cidr.of("10.0.0.0/8")), List.of(), List.of());
    ZoneProgram program =
        new ZoneProgram(
            "bench", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
    Attribution attribution = new Attribution(WORLD, cluster, List.of());
    FlowAnalysis analysis =
        new FlowAnalysis(
            attribution,
            new Judge(WORLD, program, false, Reading.MAY, attribution, true),
            ThreatLists.NONE,
            Thresholds.STANDARD,
            (row, first) -> {});
    LogReading reading = new LogReading(before.apply(analysis), new FlowLog(lines, flows));
    reading.read(InputPath.of("-"));
    long read = reading.counts().getFirst().flows();
    if (read != flows) {
      throw new IllegalStateException(read + " flows were read instead of " + flows);
    }
    return analysis;
  }
}

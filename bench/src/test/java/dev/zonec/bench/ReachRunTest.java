package dev.zonec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.semantics.Semantics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The benchmarks measure what they say, on small clusters. */
final class ReachRunTest {
  @Test
  void smallClustersAreDecidedAsTheSemanticsDecides() {
    for (World world :
        List.of(
            new UsualCluster(60, 6, 30).world(),
            HardClusters.cumulativeLabels(20),
            HardClusters.manyBlocks(40))) {
      Reading reading = Reading.MAY;
      Semantics semantics = new Semantics(world, reading, Cluster.UNDECLARED);
      ClosedEngine engine = new ClosedEngine(world, reading, Cluster.UNDECLARED, Distinctions.NONE);
      Random random = new Random(1);
      for (int i = 0; i < 20_000; i++) {
        Endpoint from = end(engine, random);
        Endpoint to = end(engine, random);
        int port = List.of(53, 443, 1000, 1019, 1033, 8005, 8080, 9090).get(random.nextInt(8));
        Connection connection =
            new Connection(from, to, Family.IPV4, new Transport.Ported(Protocol.TCP, port));
        assertThat(engine.allows(connection))
            .as("%s", connection)
            .isEqualTo(semantics.decide(connection).isAllowed());
      }
      ReachRun run = ReachRun.of(world);
      assertThat(run.pairs()).isPositive();
      assertThat(run.reached()).isGreaterThanOrEqualTo(run.pairs());
    }
  }

  private static Endpoint end(ClosedEngine engine, Random random) {
    while (true) {
      Endpoint end = engine.ends().get(random.nextInt(engine.ends().size()));
      if (!(end instanceof Endpoint.External external)
          || external.address().family() == Family.IPV4) {
        return end;
      }
    }
  }
}

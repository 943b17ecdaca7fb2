package dev.zonec.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortSet;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleMergingTest {
  record Opening(PlannedPeer peer, Service service) {}

  private static PlannedPeer peer(String app) {
    return new PlannedPeer.Pods(
        new PlannedPeer.Namespaces.Own(),
        new Selector(List.of(new Requirement.In("app", new TreeSet<>(Set.of(app))))));
  }

  private static Service tcp(int... ports) {
    return new Service.Listed(
        Arrays.stream(ports)
            .mapToObj(
                port ->
                    (PortClause) new PortClause.Numbered(Protocol.TCP, new PortRange(port, port)))
            .toList());
  }

  private static List<PlannedRule> merge(List<Opening> openings) {
    RuleMerging merging = new RuleMerging();
    openings.forEach(o -> merging.open(List.of(o.peer()), o.service()));
    return merging.rules();
  }

  @Test
  void peersWithTheSamePortsShareARule() {
    assertThat(
            merge(
                List.of(
                    new Opening(peer("b"), tcp(80)),
                    new Opening(peer("a"), tcp(81, 80)),
                    new Opening(peer("b"), tcp(81)))))
        .containsExactly(
            new PlannedRule(
                new PortSet.Some(
                    List.of(new PortClause.Numbered(Protocol.TCP, new PortRange(80, 81)))),
                List.of(peer("a"), peer("b"))));
  }

  @Test
  void peersWithOtherPortsDoNot() {
    assertThat(merge(List.of(new Opening(peer("a"), tcp(80)), new Opening(peer("b"), tcp(81)))))
        .hasSize(2);
  }

  @Test
  void everythingIsMoreThanEveryPort() {
    Service all =
        new Service.Listed(
            List.of(
                new PortClause.Numbered(Protocol.TCP, PortRange.ALL),
                new PortClause.Named(Protocol.TCP, "http")));
    assertThat(PortSet.union(List.of(all)))
        .isEqualTo(new PortSet.Some(List.of(new PortClause.AllPorts(Protocol.TCP))));
    assertThat(PortSet.union(List.of(all, new Service.Anything())))
        .isEqualTo(new PortSet.Everything());
  }

  @Provide
  Arbitrary<List<Opening>> openings() {
    Arbitrary<Integer> port = Arbitraries.integers().between(1, 8);
    Arbitrary<Service> service =
        Combinators.combine(port, port)
            .as(
                (a, b) ->
                    new Service.Listed(
                        List.of(
                            new PortClause.Numbered(
                                a + b > 9 ? Protocol.UDP : Protocol.TCP,
                                new PortRange(Math.min(a, b), Math.max(a, b))))));
    return Combinators.combine(Arbitraries.of("a", "b", "c", "d"), service)
        .as((app, some) -> new Opening(peer(app), some))
        .list()
        .ofMaxSize(12);
  }

  /** The rules open exactly what was asked for, in whatever order that was. */
  @Property
  void mergingIsExact(@ForAll("openings") List<Opening> openings) {
    Set<String> asked = new HashSet<>();
    openings.forEach(o -> asked.addAll(points(o.peer(), ((Service.Listed) o.service()).clauses())));
    List<PlannedRule> rules = merge(openings);
    Set<String> opened = new HashSet<>();
    for (PlannedRule rule : rules) {
      rule.peers()
          .forEach(peer -> opened.addAll(points(peer, ((PortSet.Some) rule.ports()).clauses())));
    }
    assertThat(opened).isEqualTo(asked);
    List<Opening> turned = new ArrayList<>(openings).reversed();
    assertThat(merge(turned)).isEqualTo(rules);
  }

  private static Set<String> points(PlannedPeer peer, List<PortClause> clauses) {
    Set<String> points = new HashSet<>();
    for (PortClause clause : clauses) {
      PortRange range = ((PortClause.Numbered) clause).range();
      for (int port = range.first(); port <= range.last(); port++) {
        points.add(peer + " " + clause.protocol() + " " + port);
      }
    }
    return points;
  }
}

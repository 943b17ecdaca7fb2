package dev.zonec.verifier.exposure;

import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.Opening;
import dev.zonec.verifier.reach.Side;
import dev.zonec.verifier.reach.Sides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what each workload is exposed to, under MAY. */
public final class ExposureEngine {
  private static final String INTERNET = "internet";

  private final World world;
  private final Reading may;
  private final BoxSpace space;
  private final BoxDescriptions descriptions;
  private final Sides sides;
  private final Sides forHostNetwork;
  private final Map<Workload, Box.Pods> points = new LinkedHashMap<>();
  private final List<Box> internet;

  /**
   * @param world what the manifests declare
   * @param program where pods have their addresses, and what the external {@code internet} is
   * @param may a permissive reading, with what the user has settled
   */
  public ExposureEngine(World world, ZoneProgram program, Reading may) {
    this.world = world;
    this.may = may;
    VocabularyBuilder words = new VocabularyBuilder().add(world);
    for (Workload workload : world.workloads()) {
      for (IpAddress address : workload.pod().addresses()) {
        words.add(new IpBlock(Cidr.only(address), List.of()));
      }
    }
    List<Party.Addresses> named =
        program.externals().stream()
            .filter(external -> external.name().equals(INTERNET))
            .filter(Party.Addresses.class::isInstance)
            .map(Party.Addresses.class::cast)
            .toList();
    named.forEach(external -> external.blocks().forEach(words::add));
    Vocabulary vocabulary =
        words.build(new ClusterAddresses(world, program.cluster()).seen(), false);
    this.space = new BoxSpace(vocabulary);
    this.descriptions = new BoxDescriptions(space);
    Enforcement enforcement = Enforcement.of(world, may);
    this.sides = new Sides(space, enforcement, Deadline.current());
    this.forHostNetwork =
        new Sides(
            space, enforcement.withRules(enforcement.rules().forHostNetwork()), Deadline.current());
    WorkloadBoxes boxes = new WorkloadBoxes(space);
    world.workloads().forEach(workload -> points.put(workload, boxes.of(workload.pod())));
    this.internet = space.parties(named);
  }

  /** Whether nothing more is said than the policies admit; else some rows may say too much. */
  public boolean exact() {
    return sides.exact();
  }

  /** Every workload's exposure, in the order of the world. */
  public List<Exposure> exposures() {
    return world.workloads().stream()
        .map(
            workload ->
                new Exposure(
                    workload, rows(workload, Direction.INGRESS), rows(workload, Direction.EGRESS)))
        .toList();
  }

  private List<Exposure.Row> rows(Workload workload, Direction direction) {
    Box.Pods point = Objects.requireNonNull(points.get(workload));
    List<Side> own = own(workload, point, direction);
    // With too little time there may be too much in them.
    Deadline.check();
    return new RowGrouping(space, descriptions, internet, today(workload))
        .rows(resolved(own, workload, direction));
  }

  /** What the pods at {@code point} agree to. */
  private List<Side> own(Workload workload, Box.Pods point, Direction direction) {
    Side everything = new Side(point, new Box.Everything(), Opening.ANY, Side.EITHER);
    if (!workload.pod().hostNetwork()) {
      return sides.within(direction, everything);
    }
    // Some rules never apply to such pods, the others where they are treated like others.
    boolean asPod =
        may.settled().containsKey(Knob.HOST_NETWORK) && may.isPermissive(Knob.HOST_NETWORK);
    return asPod ? forHostNetwork.within(direction, everything) : List.of(everything);
  }

  /** In ingress a name is one of the workload's own. */
  private List<Side> resolved(List<Side> some, Workload workload, Direction direction) {
    if (direction == Direction.EGRESS) {
      return some;
    }
    boolean count = may.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    boolean settled = may.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    List<NamedPort> all = workload.pod().namedPorts();
    List<NamedPort> named = all.stream().filter(port -> count || !port.sidecar()).toList();
    // What may not count keeps no port from a rule that lets through what has no such name.
    List<NamedPort> surely =
        all.stream().filter(port -> (count && settled) || !port.sidecar()).toList();
    List<Side> out = new ArrayList<>();
    for (Side side : some) {
      List<Opening> openings =
          side.openings().stream()
              .flatMap(o -> PortElements.at(o, named, surely).stream())
              .toList();
      out.add(new Side(side.self(), side.other(), openings, side.families()));
    }
    return out;
  }

  /** The other pods that selectors may see. */
  private List<Box> today(Workload workload) {
    boolean asNodes =
        may.settled().containsKey(Knob.HOST_NETWORK) && !may.isPermissive(Knob.HOST_NETWORK);
    return points.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(workload))
        .filter(entry -> !(asNodes && entry.getKey().pod().hostNetwork()))
        .flatMap(entry -> Stream.<Box>of(entry.getValue()))
        .toList();
  }
}

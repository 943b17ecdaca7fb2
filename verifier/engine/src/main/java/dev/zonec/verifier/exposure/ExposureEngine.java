package dev.zonec.verifier.exposure;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
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
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.AdmittedConnections;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.ConnectionBox;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.PortBox;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the exposure of each workload under MAY.
 *
 * <p>A region is a box of the search ({@code verifier.reach}): one set of allowed values for each
 * label key, namespace and address family. For a workload, the engine computes the connections that
 * its own policies admit, as {@linkplain dev.zonec.verifier.reach.ConnectionBox connection boxes}:
 * pairs of the workload and a region of peers, with ports. It never lists classes of pods, because
 * there can be exponentially many. {@link RowGrouping} then groups the connection boxes by ports
 * and describes their regions. Invariant: the union of the regions of a row is exactly the set of
 * peers that the policies admit on its ports, unless {@link #exact} is false; then it may be
 * larger.
 */
public final class ExposureEngine {
  private static final String INTERNET = "internet";

  private final World world;
  private final Reading may;
  private final BoxSpace space;
  private final BoxDescriptions descriptions;
  private final AdmittedConnections admitted;
  private final AdmittedConnections forHostNetwork;
  private final List<Box.Pods> boxes;
  private final MatchableWorkloads deployed;
  private final List<Box> internet;

  /**
   * @param world the declared objects
   * @param program the program, which gives the address ranges of pods and the external {@code
   *     internet}
   * @param may a permissive reading, with the knobs that the user has settled
   */
  public ExposureEngine(World world, ZoneProgram program, Reading may) {
    this.world = world;
    this.may = may;
    VocabularyBuilder builder = new VocabularyBuilder().add(world);
    for (Workload workload : world.workloads()) {
      for (IpAddress address : workload.pod().addresses()) {
        builder.add(new IpBlock(Cidr.only(address), List.of()));
      }
    }
    List<Party.Addresses> named =
        program.externals().stream()
            .filter(external -> external.name().equals(INTERNET))
            .filter(Party.Addresses.class::isInstance)
            .map(Party.Addresses.class::cast)
            .toList();
    named.forEach(external -> external.blocks().forEach(builder::add));
    Vocabulary vocabulary =
        builder.build(new ClusterAddresses(world, program.cluster()).seen(), false);
    this.space = new BoxSpace(vocabulary);
    this.descriptions = new BoxDescriptions(space);
    Enforcement enforcement = Enforcement.of(world, may);
    this.admitted = new AdmittedConnections(space, enforcement, Deadline.current());
    this.forHostNetwork =
        new AdmittedConnections(
            space, enforcement.withRules(enforcement.rules().forHostNetwork()), Deadline.current());
    WorkloadBoxes workloadBoxes = new WorkloadBoxes(space);
    this.boxes = world.workloads().stream().map(each -> workloadBoxes.of(each.pod())).toList();
    this.deployed = new MatchableWorkloads(space, boxes, this::isMatchable);
    this.internet = space.parties(named);
  }

  /**
   * Whether the exposures contain only peers and ports that the policies admit. Otherwise some rows
   * may contain more.
   */
  public boolean exact() {
    return admitted.exact();
  }

  /**
   * Returns the exposure of each workload, in the order of the world. Throws at the deadline of the
   * thread.
   */
  public List<Exposure> exposures() {
    List<Exposure> exposures = new ArrayList<>();
    for (int number = 0; number < boxes.size(); number++) {
      Progress.check(number, boxes.size(), "workloads");
      exposures.add(
          new Exposure(
              world.workloads().get(number),
              rows(number, Direction.INGRESS),
              rows(number, Direction.EGRESS)));
    }
    return exposures;
  }

  private List<Exposure.Row> rows(int number, Direction direction) {
    Workload workload = world.workloads().get(number);
    List<ConnectionBox> ownConnections = ownConnections(workload, boxes.get(number), direction);
    // Admitted connections that were cut short by the deadline may contain too much.
    Deadline.check();
    return new RowGrouping(space, descriptions, internet, deployed, number)
        .rows(withPortNumbers(ownConnections, workload, direction));
  }

  /** Returns the connections that the policies of the pods in {@code box} admit. */
  private List<ConnectionBox> ownConnections(Workload workload, Box.Pods box, Direction direction) {
    ConnectionBox everything =
        new ConnectionBox(box, new Box.Everything(), PortBox.ANY, ConnectionBox.EITHER);
    if (!workload.pod().hostNetwork()) {
      return admitted.within(direction, everything);
    }
    // Some rules never apply to pods on the host network. The others apply if such pods are
    // treated like other pods.
    boolean asPod =
        may.settled().containsKey(Knob.HOST_NETWORK) && may.isPermissive(Knob.HOST_NETWORK);
    return asPod ? forHostNetwork.within(direction, everything) : List.of(everything);
  }

  /**
   * Replaces port names by port numbers for ingress, because the names are those of the workload
   * itself.
   */
  private List<ConnectionBox> withPortNumbers(
      List<ConnectionBox> boxes, Workload workload, Direction direction) {
    if (direction == Direction.EGRESS) {
      return boxes;
    }
    boolean count = may.isPermissive(Knob.SIDECAR_NAMED_PORTS);
    boolean settled = may.settled().containsKey(Knob.SIDECAR_NAMED_PORTS);
    List<NamedPort> all = workload.pod().namedPorts();
    List<NamedPort> named = all.stream().filter(port -> count || !port.sidecar()).toList();
    // A name that possibly does not count excludes no port from a rule for ports without this
    // name.
    List<NamedPort> certain =
        all.stream().filter(port -> (count && settled) || !port.sidecar()).toList();
    List<ConnectionBox> out = new ArrayList<>();
    for (ConnectionBox connections : boxes) {
      List<PortBox> ports =
          connections.ports().stream()
              .flatMap(o -> PortElements.at(o, named, certain).stream())
              .toList();
      out.add(
          new ConnectionBox(
              connections.self(), connections.other(), ports, connections.families()));
    }
    return out;
  }

  /** Returns whether a selector can match the pods of the workload with this number. */
  private boolean isMatchable(int number) {
    boolean asNodes =
        may.settled().containsKey(Knob.HOST_NETWORK) && !may.isPermissive(Knob.HOST_NETWORK);
    return !(asNodes && world.workloads().get(number).pod().hostNetwork());
  }
}

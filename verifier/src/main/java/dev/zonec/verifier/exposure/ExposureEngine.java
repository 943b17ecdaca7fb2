package dev.zonec.verifier.exposure;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.Opening;
import dev.zonec.verifier.reach.Side;
import dev.zonec.verifier.reach.Sides;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says what each workload is exposed to, under MAY. */
public final class ExposureEngine {
  private static final String INTERNET = "internet";

  private final World world;
  private final Reading may;
  private final BoxSpace space;
  private final Descriptions descriptions;
  private final Sides sides;
  private final Map<Direction, List<Side>> byDirection = new LinkedHashMap<>();
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
    Vocabulary vocabulary = words.build(program.cluster(), false);
    this.space = new BoxSpace(vocabulary);
    this.descriptions = new Descriptions(vocabulary);
    this.sides = new Sides(space, Enforcement.of(world, may));
    for (Direction direction : Direction.values()) {
      byDirection.put(direction, sides.in(direction));
    }
    world.workloads().forEach(workload -> points.put(workload, point(workload)));
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

  /** The pods that the workload's may be: one labelling, any address where it is not known. */
  private Box.Pods point(Workload workload) {
    Endpoint.Pod pod = workload.pod();
    Vocabulary words = space.vocabulary();
    int namespace = words.namespaceIndex(pod.namespace().name());
    List<Bits> namespaceLabels = new ArrayList<>();
    for (int key = 0; key < words.namespaceKeys().size(); key++) {
      namespaceLabels.add(
          words.isClosed(namespace)
              ? Bits.of(words.namespaceLabel(namespace, key))
              : Bits.all(words.namespaceKeys().get(key).size()));
    }
    List<Bits> podLabels =
        words.podKeys().stream().map(key -> Bits.of(value(key, pod.labels()))).toList();
    return new Box.Pods(
        Bits.of(namespace),
        namespaceLabels,
        podLabels,
        atoms(pod, Family.IPV4),
        atoms(pod, Family.IPV6));
  }

  private static int value(LabelKey key, Map<String, String> labels) {
    String value = labels.get(key.key());
    return value == null ? LabelKey.ABSENT : key.indexOf(value);
  }

  private Bits atoms(Endpoint.Pod pod, Family family) {
    Vocabulary words = space.vocabulary();
    Bits known =
        Bits.of(
            pod.addresses().stream()
                .filter(address -> address.family() == family)
                .mapToInt(address -> words.atoms(family).indexOf(address.value()))
                .toArray());
    // An address where no pod should be says nothing about where it is.
    Bits all = space.allPods().map(pods -> pods.atoms(family)).orElse(Bits.of());
    return known.meets(all) ? known.and(all) : all;
  }

  private List<Exposure.Row> rows(Workload workload, Direction direction) {
    List<Side> own = new ArrayList<>();
    Box.Pods point = points.getOrDefault(workload, point(workload));
    for (Side side : byDirection.getOrDefault(direction, List.of())) {
      boolean governed = !workload.pod().hostNetwork();
      if (governed && space.and(side.self(), point).isPresent()) {
        own.add(side);
      }
    }
    if (workload.pod().hostNetwork()) {
      own.add(new Side(point, new Box.Everything(), Opening.ANY, Side.EITHER));
    }
    return new RowGrouping(space, descriptions, internet, today(workload))
        .rows(resolved(own, workload, direction));
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

  private List<Box> today(Workload workload) {
    return points.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(workload))
        .flatMap(entry -> Stream.<Box>of(entry.getValue()))
        .toList();
  }
}

package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads NetworkPolicies. It rejects what the API server rejects, and applies the server's defaults
 * (networking/v1, validation.go and defaults.go).
 */
public final class PolicyReader {
  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String ZONE = "zonec.dev/zone";
  private static final String SOURCE = "zonec.dev/source";

  private final String defaultNamespace;
  private final BlockReader blocks;

  /**
   * @param defaultNamespace the namespace of policies that name none
   * @param form the accepted forms of address blocks
   */
  public PolicyReader(String defaultNamespace, CidrForm form) {
    this.defaultNamespace = defaultNamespace;
    this.blocks = new BlockReader(form);
  }

  /** Reads the policy, or returns all of its problems. */
  public PolicyReading read(NetworkPolicy policy, Document document) {
    List<Diagnostic> problems = new ArrayList<>();
    CheckedField object = new CheckedField(document, List.of(), problems);
    @Nullable ObjectMeta givenMetadata = policy.getMetadata();
    ObjectMeta metadata = givenMetadata == null ? new ObjectMeta() : givenMetadata;
    List<Diagnostic> names = new ArrayList<>();
    String name = PolicyName.read(metadata, object.at("metadata"), names);
    CheckedField namespaceField =
        new CheckedField(document, List.of("metadata", "namespace"), names);
    String namespace = readNamespace(metadata, namespaceField);
    MetadataReader.checkBuiltIn(metadata, new CheckedField(document, List.of("metadata"), names));
    @Nullable NetworkPolicySpec givenSpec = policy.getSpec();
    NetworkPolicySpec spec = givenSpec == null ? new NetworkPolicySpec() : givenSpec;
    CheckedField specSite = object.at("spec");
    Selector subject = selector(spec.getPodSelector(), specSite.at("podSelector"));
    List<Rule> ingress = ingress(spec, specSite.at("ingress"));
    List<Rule> egress = egress(spec, specSite.at("egress"));
    Set<Direction> directions =
        directions(
            Absent.orEmpty(spec.getPolicyTypes()), !egress.isEmpty(), specSite.at("policyTypes"));
    if (!problems.isEmpty()) {
      problems.addAll(0, names);
      return new PolicyReading.Invalid(problems);
    }
    Policy read =
        new Policy(
            namespace,
            name,
            subject,
            directions,
            directions.contains(Direction.INGRESS) ? ingress : List.of(),
            directions.contains(Direction.EGRESS) ? egress : List.of(),
            author(metadata),
            document.span());
    List<Diagnostic> warnings = new ArrayList<>(ignored(spec, directions, specSite));
    if (document.has("status")) {
      warnings.add(formerStatus(document));
    }
    return names.isEmpty()
        ? new PolicyReading.Valid(read, warnings)
        : new PolicyReading.Misnamed(read, names);
  }

  private static Author author(ObjectMeta metadata) {
    @Nullable Map<String, String> labels = metadata.getLabels();
    if (labels == null || !"zonec".equals(labels.get(MANAGED_BY))) {
      return new Author.Person();
    }
    @Nullable Map<String, String> annotations = metadata.getAnnotations();
    return new Author.Zonec(
        Absent.orEmpty(labels.get(ZONE)),
        annotations == null ? "" : Absent.orEmpty(annotations.get(SOURCE)));
  }

  /** Returns warnings about rules of a direction that policyTypes does not list. */
  private static List<Diagnostic> ignored(
      NetworkPolicySpec spec, Set<Direction> directions, CheckedField field) {
    List<Diagnostic> warnings = new ArrayList<>();
    if (!directions.contains(Direction.INGRESS) && !Absent.orEmpty(spec.getIngress()).isEmpty()) {
      warnings.add(ignored("ingress", "Ingress", field));
    }
    if (!directions.contains(Direction.EGRESS) && !Absent.orEmpty(spec.getEgress()).isEmpty()) {
      warnings.add(ignored("egress", "Egress", field));
    }
    return warnings;
  }

  /**
   * Returns the problem with {@code status}, which servers from 1.24 to 1.27 wrote into every
   * policy.
   */
  private static Diagnostic formerStatus(Document document) {
    return Diagnostic.warning(
            Code.ZC0658,
            document.keySpan(List.of("status")),
            "a NetworkPolicy has no `status`: `kubectl apply` refuses this file")
        .note("it had one in Kubernetes 1.24 to 1.27; zonec reads the policy without it")
        .help("delete `status`");
  }

  private static Diagnostic ignored(String name, String type, CheckedField spec) {
    return Diagnostic.warning(
            Code.ZC0630,
            spec.document().keySpan(spec.at(name).path()),
            "these rules have no effect: `policyTypes` leaves " + type + " out")
        .help("add " + type + " to `policyTypes`");
  }

  private String readNamespace(ObjectMeta metadata, CheckedField field) {
    String namespace = Absent.orEmpty(metadata.getNamespace());
    if (namespace.isEmpty()) {
      return defaultNamespace;
    }
    if (!LabelSyntax.isDnsLabel(namespace)) {
      field.problem(Code.ZC0610, "`" + namespace + "` is not a valid name for a namespace");
    }
    return namespace;
  }

  private static Set<Direction> directions(
      List<String> types, boolean hasEgress, CheckedField field) {
    if (types.isEmpty()) {
      return hasEgress
          ? EnumSet.of(Direction.INGRESS, Direction.EGRESS)
          : EnumSet.of(Direction.INGRESS);
    }
    if (types.size() > 2) {
      field.problem(Code.ZC0611, "at most two policyTypes are allowed");
    }
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    for (int i = 0; i < types.size(); i++) {
      switch (types.get(i)) {
        case "Ingress" -> directions.add(Direction.INGRESS);
        case "Egress" -> directions.add(Direction.EGRESS);
        default -> {
          String help =
              NearestName.to(types.get(i), List.of("Ingress", "Egress"))
                  .map(nearest -> "did you mean `" + nearest + "`?")
                  .orElse("write Ingress or Egress");
          field.at(i).problem(Code.ZC0611, "there is no policy type `" + types.get(i) + "`", help);
        }
      }
    }
    return directions;
  }

  private List<Rule> ingress(NetworkPolicySpec spec, CheckedField field) {
    List<Rule> rules = new ArrayList<>();
    for (var rule : Absent.orEmpty(spec.getIngress())) {
      CheckedField ruleSite = field.at(rules.size());
      rules.add(
          new Rule(
              peers(Absent.orEmpty(rule.getFrom()), ruleSite.at("from")),
              ports(Absent.orEmpty(rule.getPorts()), ruleSite.at("ports")),
              ruleSite.span()));
    }
    return rules;
  }

  private List<Rule> egress(NetworkPolicySpec spec, CheckedField field) {
    List<Rule> rules = new ArrayList<>();
    for (var rule : Absent.orEmpty(spec.getEgress())) {
      CheckedField ruleSite = field.at(rules.size());
      rules.add(
          new Rule(
              peers(Absent.orEmpty(rule.getTo()), ruleSite.at("to")),
              ports(Absent.orEmpty(rule.getPorts()), ruleSite.at("ports")),
              ruleSite.span()));
    }
    return rules;
  }

  /** Reads the peers. An invalid peer is left out, and the policy is then invalid. */
  private List<Peer> peers(List<NetworkPolicyPeer> peers, CheckedField field) {
    List<Peer> read = new ArrayList<>();
    for (int i = 0; i < peers.size(); i++) {
      peer(peers.get(i), field.at(i)).ifPresent(read::add);
    }
    return read;
  }

  private static List<PolicyPort> ports(List<NetworkPolicyPort> ports, CheckedField field) {
    List<PolicyPort> read = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      PortReader.read(ports.get(i), field.at(i)).ifPresent(read::add);
    }
    return read;
  }

  private Optional<Peer> peer(NetworkPolicyPeer peer, CheckedField field) {
    @Nullable LabelSelector pods = peer.getPodSelector();
    @Nullable LabelSelector namespaces = peer.getNamespaceSelector();
    @Nullable IPBlock block = peer.getIpBlock();
    if (block != null) {
      Optional<IpBlock> read = blocks.read(block, field.at("ipBlock"));
      if (pods != null || namespaces != null) {
        field.problem(
            Code.ZC0615,
            "a peer with an `ipBlock` cannot have a selector",
            "to admit both, write two peers, each with its own `-`");
      }
      return read.map(b -> new Peer.Block(b, field.span()));
    }
    if (pods == null && namespaces == null) {
      field.problem(
          Code.ZC0615,
          "a peer needs a `podSelector`, a `namespaceSelector` or an `ipBlock`",
          "for every pod of the namespace write `podSelector: {}`; a rule without peers admits"
              + " everything");
      return Optional.empty();
    }
    Peer.Namespaces in =
        namespaces == null
            ? new Peer.Namespaces.Own()
            : new Peer.Namespaces.Matching(
                SelectorReader.read(namespaces, field.at("namespaceSelector")));
    return Optional.of(new Peer.Pods(in, selector(pods, field.at("podSelector")), field.span()));
  }

  /**
   * Reads a selector. A missing one counts as empty and selects everything (networking/v1
   * types.go).
   */
  private static Selector selector(@Nullable LabelSelector selector, CheckedField field) {
    return selector == null ? Selector.EVERYTHING : SelectorReader.read(selector, field);
  }
}

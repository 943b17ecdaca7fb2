package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.Absent;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.PolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a cluster-scoped policy. */
final class ClusterRuleReader {
  private static final int LONGEST_NAME = 100;

  private final PolicyKind kind;
  private final ClusterPeerReader peers;

  ClusterRuleReader(PolicyKind kind, CidrForm form) {
    this.kind = kind;
    this.peers = new ClusterPeerReader(kind, form);
  }

  List<ClusterRule> ingress(@Nullable List<ClusterPolicySpec.Rule> rules, CheckedField field) {
    List<ClusterRule> read = new ArrayList<>();
    for (ClusterPolicySpec.Rule rule : limited(Absent.orEmpty(rules), "rules", field)) {
      CheckedField ruleSite = field.at(read.size());
      read.add(rule(rule, Absent.orEmpty(rule.from()), "from", ruleSite));
    }
    return read;
  }

  List<ClusterRule> egress(@Nullable List<ClusterPolicySpec.Rule> rules, CheckedField field) {
    List<ClusterRule> read = new ArrayList<>();
    for (ClusterPolicySpec.Rule rule : limited(Absent.orEmpty(rules), "rules", field)) {
      CheckedField ruleSite = field.at(read.size());
      ClusterRule one = rule(rule, Absent.orEmpty(rule.to()), "to", ruleSite);
      checkNamedPorts(rule, one, ruleSite);
      checkDomainNames(one, ruleSite);
      read.add(one);
    }
    return read;
  }

  private ClusterRule rule(
      ClusterPolicySpec.Rule rule,
      List<ClusterPolicySpec.Peer> written,
      String peersField,
      CheckedField field) {
    String name = Absent.orEmpty(rule.name());
    if (name.length() > LONGEST_NAME) {
      field
          .at("name")
          .problem(Code.ZC0620, "a rule's name has at most " + LONGEST_NAME + " characters");
    }
    if (written.isEmpty()) {
      field
          .at(peersField)
          .problem(
              Code.ZC0620,
              "the rule needs `" + peersField + "`, with at least one peer",
              "for every pod write `namespaces: {}`");
    }
    List<ClusterPeer> read = new ArrayList<>();
    for (ClusterPolicySpec.Peer peer : limited(written, "peers", field.at(peersField))) {
      CheckedField peerSite = field.at(peersField, read.size());
      read.add(peers.read(peer, peerSite));
    }
    return new ClusterRule(
        name, action(rule.action(), field), read, ports(rule, field), field.span());
  }

  private Action action(@Nullable String written, CheckedField field) {
    if (written == null) {
      field.problem(
          Code.ZC0620,
          "the rule needs an `action`",
          "write one of " + String.join(", ", kind.actions()));
      return Action.DENY;
    }
    Optional<Action> action = kind.action(written);
    if (action.isEmpty()) {
      String help =
          NearestName.to(written, kind.actions())
              .map(nearest -> "did you mean `" + nearest + "`?")
              .orElse("write one of " + String.join(", ", kind.actions()));
      field.at("action").problem(Code.ZC0620, "there is no action `" + written + "` here", help);
    }
    return action.orElse(Action.DENY);
  }

  private List<PolicyPort> ports(ClusterPolicySpec.Rule rule, CheckedField field) {
    List<PolicyPort> read = new ArrayList<>();
    @Nullable List<ClusterPolicySpec.ProtocolMatch> protocols = rule.protocols();
    if (protocols != null) {
      CheckedField list = field.at("protocols");
      requireSome(protocols, list);
      for (int i = 0; i < limited(protocols, "protocols", list).size(); i++) {
        read.addAll(ProtocolReader.read(protocols.get(i), list.at(i)));
      }
    }
    @Nullable List<ClusterPolicySpec.PortMatch> ports = rule.ports();
    if (ports != null) {
      CheckedField list = field.at("ports");
      requireSome(ports, list);
      for (int i = 0; i < limited(ports, "ports", list).size(); i++) {
        read.addAll(ProtocolReader.read(ports.get(i), list.at(i)));
      }
    }
    return read;
  }

  /** Reports an empty list, which would otherwise mean every port. */
  private static void requireSome(List<?> list, CheckedField field) {
    if (list.isEmpty()) {
      field.problem(
          Code.ZC0620, "the list needs at least one entry", "remove the list to match everything");
    }
  }

  private <T> List<T> limited(List<T> list, String what, CheckedField field) {
    if (list.size() > kind.most()) {
      field.problem(
          Code.ZC0620,
          "there are " + list.size() + " " + what + "; at most " + kind.most() + " are allowed");
    }
    return list;
  }

  private static void checkNamedPorts(
      ClusterPolicySpec.Rule rule, ClusterRule read, CheckedField field) {
    boolean named =
        Absent.orEmpty(rule.protocols()).stream().anyMatch(p -> p.destinationNamedPort() != null)
            || Absent.orEmpty(rule.ports()).stream().anyMatch(p -> p.namedPort() != null);
    boolean nameless =
        read.peers().stream()
            .anyMatch(
                peer ->
                    switch (peer) {
                      case ClusterPeer.Pods pods -> false;
                      case ClusterPeer.Networks networks -> true;
                      case ClusterPeer.Nodes nodes -> true;
                      case ClusterPeer.DomainNames names -> true;
                      case ClusterPeer.Unknown unknown -> false;
                    });
    if (named && nameless) {
      field.problem(
          Code.ZC0620,
          "a named port works with pods only, not with networks, nodes or domain names",
          "write two rules, one for pods with the name and one with the number");
    }
  }

  private static void checkDomainNames(ClusterRule read, CheckedField field) {
    for (int i = 0; i < read.peers().size(); i++) {
      if (read.peers().get(i) instanceof ClusterPeer.DomainNames
          && read.action() != Action.ACCEPT) {
        UncheckedBySchema.note(
            field.at("to", i), "only a rule that accepts can have `domainNames`");
      }
    }
  }
}

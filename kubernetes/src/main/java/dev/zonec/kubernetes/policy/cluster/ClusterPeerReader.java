package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.kubernetes.manifest.cluster.ClusterPolicySpec;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.policy.CidrReader;
import dev.zonec.model.net.Cidr;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a peer, which has exactly one field. */
final class ClusterPeerReader {
  /** The greatest number of networks or names of a peer, in all versions. */
  private static final int MOST_ITEMS = 25;

  private final PolicyKind kind;
  private final CidrForm form;

  ClusterPeerReader(PolicyKind kind, CidrForm form) {
    this.kind = kind;
    this.form = form;
  }

  /** Returns the peer. Problems are reported at {@code field}. */
  ClusterPeer read(ClusterPolicySpec.Peer peer, CheckedField field) {
    @Nullable LabelSelector nodes = peer.nodes();
    @Nullable List<String> networks = peer.networks();
    @Nullable List<String> names = peer.domainNames();
    long fields =
        Stream.of(peer.namespaces(), peer.pods(), nodes, networks, names)
            .filter(Objects::nonNull)
            .count();
    if (fields == 0) {
      if (form == CidrForm.CANONICAL) {
        field.problem(
            Code.ZC0620,
            "a peer needs exactly one field, and has none",
            "for every pod write `namespaces: {}`");
      }
      return new ClusterPeer.Unknown(field.span());
    }
    if (fields > 1) {
      field.problem(
          Code.ZC0620,
          "a peer needs exactly one field, and has " + fields,
          "to combine conditions on namespaces and pods, use `pods`; for alternatives, write two"
              + " peers");
    }
    if (nodes != null) {
      return new ClusterPeer.Nodes(
          UncheckedBySchema.selector(nodes, field.at("nodes")), field.span());
    }
    if (networks != null) {
      return new ClusterPeer.Networks(networks(networks, field.at("networks")), field.span());
    }
    if (names != null) {
      return new ClusterPeer.DomainNames(names(names, field.at("domainNames")), field.span());
    }
    PodsReader.Read pods = PodsReader.read(kind, form, peer.namespaces(), peer.pods(), field);
    return new ClusterPeer.Pods(pods.namespaces(), pods.pods(), field.span());
  }

  private List<Cidr> networks(List<String> written, CheckedField field) {
    checkItems(written, field);
    CidrReader reader = new CidrReader(form);
    List<Cidr> blocks = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String each = written.get(i);
      CheckedField at = field.at(i);
      boolean taken = !kind.isStrict() && CidrReader.isMaskable(each);
      (taken ? UncheckedBySchema.of(at, s -> reader.read(each, s)) : reader.read(each, at))
          .ifPresent(blocks::add);
    }
    return blocks;
  }

  private List<String> names(List<String> written, CheckedField field) {
    checkItems(written, field);
    for (int i = 0; i < written.size(); i++) {
      if (!kind.domainName().matcher(written.get(i)).matches()) {
        field
            .at(i)
            .problem(
                Code.ZC0621,
                "`" + written.get(i) + "` is not a valid domain name",
                "write a name such as `example.org`, or `*.example.org` for all names below it");
      }
    }
    return written;
  }

  private static void checkItems(List<String> items, CheckedField field) {
    if (items.isEmpty()) {
      field.problem(Code.ZC0620, "the list needs at least one entry");
    }
    if (items.size() > MOST_ITEMS) {
      field.problem(
          Code.ZC0620,
          "there are " + items.size() + " entries; at most " + MOST_ITEMS + " are allowed");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (!seen.add(items.get(i))) {
        field.at(i).problem(Code.ZC0620, "`" + items.get(i) + "` occurs twice");
      }
    }
  }
}

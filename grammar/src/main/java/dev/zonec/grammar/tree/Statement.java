package dev.zonec.grammar.tree;

import java.util.List;

/** A statement of a program. */
public sealed interface Statement extends Node {
  /** The lines of the doc comment right above it, without the signs. */
  List<String> docs();

  /** {@code module a.b}. */
  record Module(List<String> docs, Word name, NodeSpan nodeSpan) implements Statement {}

  /** {@code cluster { pods … services … nodes … apiserver … }}. */
  record Cluster(List<String> docs, List<ClusterClause> clauses, NodeSpan nodeSpan)
      implements Statement {}

  /** One line of {@code cluster}. */
  record ClusterClause(ClusterRange range, List<Word> addresses, NodeSpan nodeSpan)
      implements Node {}

  /** Which ranges a line of {@code cluster} gives. */
  enum ClusterRange {
    PODS,
    SERVICES,
    NODES,
    APISERVER
  }

  /** {@code defaults { ingress deny … }}. */
  record Defaults(List<String> docs, List<DefaultsClause> clauses, NodeSpan nodeSpan)
      implements Statement {}

  /** One line of {@code defaults}. */
  record DefaultsClause(DefaultsSubject subject, boolean allow, NodeSpan nodeSpan)
      implements Node {}

  /** What a line of {@code defaults} is about. */
  enum DefaultsSubject {
    INGRESS,
    EGRESS,
    DNS,
    UNZONED
  }

  /** {@code assume namespaces declared}. */
  record Assume(List<String> docs, NodeSpan nodeSpan) implements Statement {}

  /** {@code emit { labels { … } annotations { … } }}. */
  record Emit(List<String> docs, List<EmitClause> clauses, NodeSpan nodeSpan)
      implements Statement {}

  /** One block of {@code emit}. */
  record EmitClause(EmitKind kind, List<EmitEntry> entries, NodeSpan nodeSpan) implements Node {}

  /** {@code key: value}. */
  record EmitEntry(Word key, Word value, NodeSpan nodeSpan) implements Node {}

  /** What a block of {@code emit} adds to. */
  enum EmitKind {
    LABELS,
    ANNOTATIONS
  }

  /** {@code zone name in parent tier t { … }}. */
  record Zone(
      List<String> docs,
      Word name,
      Nesting nesting,
      Tiering tier,
      List<PodClause> clauses,
      List<ZoneDefault> defaults,
      NodeSpan nodeSpan)
      implements Statement {}

  /** {@code ingress allow}: what holds for one zone where no flow says anything. */
  record ZoneDefault(ZoneDirection direction, boolean allow, NodeSpan nodeSpan) implements Node {}

  /** Which way a zone's default goes. */
  enum ZoneDirection {
    INGRESS,
    EGRESS
  }

  /** Whether a zone lies in another. */
  sealed interface Nesting {
    /** It does not. */
    record TopLevel() implements Nesting {}

    /** It lies in {@code parent}. */
    record Inside(Word parent) implements Nesting {}
  }

  /** Whether a zone names its tier. */
  sealed interface Tiering {
    /** It does not. */
    record Unnamed() implements Tiering {}

    /** It is {@code tier}. */
    record Named(Word tier) implements Tiering {}
  }

  /** {@code external name relay open { … }}. */
  record External(
      List<String> docs,
      Word name,
      boolean relay,
      boolean open,
      List<AddressClause> addresses,
      List<PodClause> pods,
      NodeSpan nodeSpan)
      implements Statement {}

  /** {@code cidr a, b except c}. */
  record AddressClause(List<Word> blocks, List<Word> exceptions, NodeSpan nodeSpan)
      implements Node {}

  /** A line that says which pods. */
  sealed interface PodClause extends Node {

    /** {@code namespace a, b}. */
    record NamespaceNames(List<Word> names, NodeSpan nodeSpan) implements PodClause {}

    /** {@code namespaces selector}. */
    record NamespaceSelector(List<RequirementTree> requirements, NodeSpan nodeSpan)
        implements PodClause {}

    /** {@code pods selector}. */
    record PodSelector(List<RequirementTree> requirements, NodeSpan nodeSpan)
        implements PodClause {}
  }

  /** {@code service name = tcp/80, …}. */
  record Service(List<String> docs, Word name, List<ServiceTerm> terms, NodeSpan nodeSpan)
      implements Statement {}

  /** {@code allow a -> b : http { … }}. */
  record Allow(
      List<String> docs,
      FlowEnds ends,
      Services services,
      List<Attribute> attributes,
      NodeSpan nodeSpan)
      implements Statement {}

  /** Who may open connections to whom. */
  sealed interface FlowEnds {
    /** {@code from -> to}. */
    record To(Parties from, Parties to) implements FlowEnds {}

    /** {@code a <-> b}. */
    record Both(Parties left, Parties right) implements FlowEnds {}

    /** {@code within a}. */
    record Within(Parties zones) implements FlowEnds {}
  }

  /** What a flow is about beside its ends. */
  sealed interface Attribute extends Node {

    /** {@code owner @team}. */
    record Owner(Word owner, NodeSpan nodeSpan) implements Attribute {}

    /** {@code reason "…"}. */
    record Reason(Word reason, NodeSpan nodeSpan) implements Attribute {}

    /** {@code ticket ABC-1}. */
    record Ticket(Word ticket, NodeSpan nodeSpan) implements Attribute {}

    /** {@code expires 2027-06-30}. */
    record Expires(Word date, NodeSpan nodeSpan) implements Attribute {}
  }

  /** {@code assert name: claim}. */
  record Assert(List<String> docs, Word name, ClaimTree claim, NodeSpan nodeSpan)
      implements Statement {}

  /** {@code trust label key level}. */
  record Trust(List<String> docs, Word key, TrustLevel level, NodeSpan nodeSpan)
      implements Statement {}

  /** {@code disjoint a, b} or {@code disjoint children of z}. */
  record Disjoint(List<String> docs, DisjointTree zones, NodeSpan nodeSpan) implements Statement {}

  /** {@code waive assertion for what { … }}. */
  record Waive(
      List<String> docs,
      Word assertion,
      Waived waived,
      List<WaiverAttribute> attributes,
      NodeSpan nodeSpan)
      implements Statement {}

  /**
   * {@code import "path" as alias}.
   *
   * @param path where the other module's sources are, as written
   * @param alias what stands before its names
   */
  record Import(List<String> docs, Word path, Word alias, NodeSpan nodeSpan) implements Statement {}

  /** {@code param name : type = value}. */
  record Param(
      List<String> docs, Word name, ParamTypeTree type, ParamDefaultTree value, NodeSpan nodeSpan)
      implements Statement {}

  /**
   * {@code foreach namespace with selector as name { … }}.
   *
   * @param namespaces which namespaces
   * @param alias the name for all pods of one of them
   * @param body what holds in each; no module, import, parameter, {@code when} or {@code foreach}
   */
  record Foreach(
      List<String> docs,
      List<RequirementTree> namespaces,
      Alias alias,
      List<Statement> body,
      NodeSpan nodeSpan)
      implements Statement {}

  /** How the pods of a namespace of {@code foreach} are called. */
  sealed interface Alias {
    /** The name. */
    Word name();

    /** {@code namespace}, as they are. */
    record Standard(Word name) implements Alias {}

    /** {@code as name}. */
    record Named(Word name) implements Alias {}
  }

  /**
   * {@code when a = x, b != y { … }}.
   *
   * @param conditions all of which are to hold
   * @param body what counts where they do; no module, import, parameter or {@code when}
   */
  record When(
      List<String> docs, List<Condition> conditions, List<Statement> body, NodeSpan nodeSpan)
      implements Statement {}
}

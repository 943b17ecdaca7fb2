package dev.zonec.grammar.tree;

import java.util.List;

/** A statement of a program. */
public sealed interface Statement extends Node {
  /** Returns the lines of the doc comment directly above the statement, without the signs. */
  List<String> docs();

  /** {@code module a.b}. */
  record Module(List<String> docs, Word name, NodeSpan nodeSpan) implements Statement {}

  /** {@code cluster { pods … services … nodes … apiserver … }}. */
  record Cluster(List<String> docs, List<ClusterClause> clauses, NodeSpan nodeSpan)
      implements Statement {}

  /** A clause of {@code cluster}. */
  record ClusterClause(ClusterRange range, List<Word> addresses, NodeSpan nodeSpan)
      implements Node {}

  /** The kinds of ranges in {@code cluster}. */
  enum ClusterRange {
    PODS,
    SERVICES,
    NODES,
    APISERVER
  }

  /** {@code defaults { ingress deny … }}. */
  record Defaults(List<String> docs, List<DefaultsClause> clauses, NodeSpan nodeSpan)
      implements Statement {}

  /** A clause of {@code defaults}. */
  record DefaultsClause(DefaultsSubject subject, boolean allow, NodeSpan nodeSpan)
      implements Node {}

  /** The subjects of clauses in {@code defaults}. */
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

  /** A block of {@code emit}. */
  record EmitClause(EmitKind kind, List<EmitEntry> entries, NodeSpan nodeSpan) implements Node {}

  /** {@code key: value}. */
  record EmitEntry(Word key, Word value, NodeSpan nodeSpan) implements Node {}

  /** The kinds of blocks in {@code emit}. */
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

  /** {@code ingress allow}: the default of a zone for one direction. */
  record ZoneDefault(ZoneDirection direction, boolean allow, NodeSpan nodeSpan) implements Node {}

  /** The direction of a zone's default. */
  enum ZoneDirection {
    INGRESS,
    EGRESS
  }

  /** Whether a zone is nested. */
  sealed interface Nesting {
    /** The zone is not nested. */
    record TopLevel() implements Nesting {}

    /** The zone is nested in {@code parent}. */
    record Inside(Word parent) implements Nesting {}
  }

  /** The tier of a zone. */
  sealed interface Tiering {
    /** The zone names no tier. */
    record Unnamed() implements Tiering {}

    /** The zone names {@code tier}. */
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

  /** A clause that selects pods. */
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

  /** The ends of a flow's connections. */
  sealed interface FlowEnds {
    /** {@code from -> to}. */
    record To(Parties from, Parties to) implements FlowEnds {}

    /** {@code a <-> b}. */
    record Both(Parties left, Parties right) implements FlowEnds {}

    /** {@code within a}. */
    record Within(Parties zones) implements FlowEnds {}
  }

  /** An attribute of a flow. */
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

  /** {@code trust label key level by setters}. */
  record Trust(
      List<String> docs, Word key, TrustLevel level, List<LabelSetter> setters, NodeSpan nodeSpan)
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
   * @param path the path of the other module's sources
   * @param alias the prefix of its names
   */
  record Import(List<String> docs, Word path, Word alias, NodeSpan nodeSpan) implements Statement {}

  /** {@code param name : type = value}. */
  record Param(
      List<String> docs, Word name, ParamTypeTree type, ParamDefaultTree value, NodeSpan nodeSpan)
      implements Statement {}

  /**
   * {@code foreach namespace with selector as name { … }}.
   *
   * @param namespaces the selector of the namespaces
   * @param alias the name for all pods of a namespace
   * @param body the statements, without module, import, parameter, {@code when} and {@code foreach}
   */
  record Foreach(
      List<String> docs,
      List<RequirementTree> namespaces,
      Alias alias,
      List<Statement> body,
      NodeSpan nodeSpan)
      implements Statement {}

  /** The name for the pods of a namespace of {@code foreach}. */
  sealed interface Alias {
    /** Returns the name. */
    Word name();

    /** The default name {@code namespace}. */
    record Standard(Word name) implements Alias {}

    /** {@code as name}. */
    record Named(Word name) implements Alias {}
  }

  /**
   * {@code when a = x, b != y { … }}.
   *
   * @param conditions the conditions, all of which must hold
   * @param body the statements, without module, import, parameter and {@code when}
   */
  record When(
      List<String> docs, List<Condition> conditions, List<Statement> body, NodeSpan nodeSpan)
      implements Statement {}
}

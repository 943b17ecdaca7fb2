package dev.zonec.tests.properties;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.ClaimTree;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.LabelSetter;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.RequirementTree;
import dev.zonec.grammar.tree.ServiceTerm;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Statement.Attribute;
import dev.zonec.grammar.tree.Statement.FlowEnds;
import dev.zonec.grammar.tree.Statement.Nesting;
import dev.zonec.grammar.tree.Statement.PodClause;
import dev.zonec.grammar.tree.Statement.Tiering;
import dev.zonec.grammar.tree.TrustLevel;
import dev.zonec.grammar.tree.Waived;
import dev.zonec.grammar.tree.WaiverAttribute;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random syntax trees that some text has, whether or not they are valid programs. */
public final class Trees {
  static final NodeSpan NOWHERE = new NodeSpan(new Span(new SourceText("", ""), 0, 0));

  private static final Set<String> STATEMENT_WORDS =
      Set.of(
          "module",
          "cluster",
          "defaults",
          "assume",
          "zone",
          "service",
          "external",
          "allow",
          "trust",
          "disjoint",
          "waive",
          "assert",
          "import",
          "param",
          "when",
          "emit",
          "foreach");

  private static final List<String> CONTEXTUAL_WORDS =
      List.of(
          "deny",
          "pods",
          "services",
          "nodes",
          "ingress",
          "egress",
          "dns",
          "unzoned",
          "namespace",
          "namespaces",
          "declared",
          "in",
          "notin",
          "cidr",
          "except",
          "relay",
          "open",
          "within",
          "owner",
          "reason",
          "ticket",
          "expires",
          "never",
          "no",
          "path",
          "via",
          "hops",
          "only",
          "isolated",
          "reachable",
          "label",
          "tenant",
          "admin-only",
          "immutable",
          "children",
          "of",
          "tier",
          "tiers",
          "adjacent",
          "for",
          "approved_by",
          "as",
          "labels",
          "annotations",
          "with",
          "other",
          "by",
          "serviceaccount",
          "user",
          "group");

  private Trees() {}

  // ---- words

  /** Words that are not keywords. */
  private static Arbitrary<String> plain() {
    Arbitrary<Character> end =
        Arbitraries.chars().range('a', 'z').range('A', 'Z').range('0', '9').with('_');
    Arbitrary<String> middle =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars("_./-")
            .ofMaxLength(6);
    Arbitrary<String> random = Combinators.combine(end, middle, end).as((a, m, z) -> a + m + z);
    return Arbitraries.oneOf(
            random,
            end.map(String::valueOf),
            Arbitraries.of(
                "web", "tcp/80", "udp/53-60", "10.0.0.0/8", "a--b", "1.2.3.4", "x_", "2027-06-30"))
        .filter(text -> !STATEMENT_WORDS.contains(text) && !CONTEXTUAL_WORDS.contains(text));
  }

  static Word unquoted(String text) {
    return new Word(text, false, NOWHERE);
  }

  static Arbitrary<Word> plainWord() {
    return plain().map(Trees::unquoted);
  }

  /** Names of zones, externals, services, assertions and modules. */
  static Arbitrary<Word> name() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, plain()),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(CONTEXTUAL_WORDS)))
        .map(Trees::unquoted);
  }

  /** Label keys and namespaces, which can be any word. */
  static Arbitrary<Word> anyWord() {
    return Arbitraries.oneOf(name(), Arbitraries.of(STATEMENT_WORDS).map(Trees::unquoted));
  }

  /** One line of text without invisible characters. */
  private static Arbitrary<String> line() {
    Arbitrary<String> nasty =
        Arbitraries.strings().withChars("\"\\#${}[](),:=!-><~/@ \tü€").ofMaxLength(8);
    Arbitrary<String> wild =
        Arbitraries.integers()
            .between(0x20, 0x1FFFF)
            .filter(Trees::isVisible)
            .map(Character::toString)
            .list()
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(nasty, wild);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  static Arbitrary<Word> string() {
    return line().map(text -> new Word(text, true, NOWHERE));
  }

  static Arbitrary<Word> value() {
    return Arbitraries.oneOf(anyWord(), string());
  }

  private static Arbitrary<Word> labelValue() {
    return Arbitraries.oneOf(value(), ParamTrees.template());
  }

  private static Arbitrary<Word> place() {
    return Arbitraries.oneOf(anyWord(), ParamTrees.template());
  }

  static Arbitrary<Word> address() {
    return Arbitraries.oneOf(
        plainWord(),
        ParamTrees.template(),
        Arbitraries.of("::", "::/0", "fd00::/8", "2001:db8::1/128", "::ffff:1.2.3.4", "a::b")
            .map(Trees::unquoted));
  }

  static <T> Arbitrary<List<T>> some(Arbitrary<T> one) {
    return one.list().ofMinSize(1).ofMaxSize(3);
  }

  static <T> Arbitrary<List<T>> any(Arbitrary<T> one) {
    return one.list().ofMaxSize(3);
  }

  /**
   * After a name with its own ports, all further names need ports, because a comma would continue
   * the list of ports.
   */
  private static Arbitrary<Parties> parties() {
    Arbitrary<List<Parties.Member>> plain =
        any(
            Combinators.combine(name(), Arbitraries.of(true, false))
                .as((word, other) -> new Parties.Member(word, other, new Services.Anything())));
    Arbitrary<List<Parties.Member>> ported =
        any(
            Combinators.combine(name(), terms())
                .as((word, terms) -> new Parties.Member(word, new Services.Listed(terms))));
    Arbitrary<List<Parties.Member>> members =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, plain),
            net.jqwik.api.Tuple.of(1, Combinators.combine(plain, ported).as(Trees::joined)));
    Arbitrary<List<Word>> except =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, Arbitraries.just(List.of())),
            net.jqwik.api.Tuple.of(1, some(name())));
    return Combinators.combine(members.filter(some -> !some.isEmpty()), except).as(Parties::new);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new java.util.ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  // ---- selectors and services

  static Arbitrary<List<RequirementTree>> selector() {
    Arbitrary<RequirementTree> requirement =
        Arbitraries.oneOf(
            anyWord().map(RequirementTree.Present::new),
            anyWord().map(RequirementTree.Absent::new),
            Combinators.combine(anyWord(), labelValue()).as(RequirementTree.Is::new),
            Combinators.combine(anyWord(), labelValue()).as(RequirementTree.IsNot::new),
            Combinators.combine(anyWord(), some(labelValue())).as(RequirementTree.IsIn::new),
            Combinators.combine(anyWord(), some(labelValue())).as(RequirementTree.IsNotIn::new));
    return some(requirement);
  }

  private static Arbitrary<List<ServiceTerm>> terms() {
    Arbitrary<ServiceTerm> term =
        Arbitraries.oneOf(
            Arbitraries.oneOf(name(), ParamTrees.template()).map(ServiceTerm.Plain::new),
            Combinators.combine(name(), string())
                .as((protocol, port) -> new ServiceTerm.NamedPort(protocol, port, NOWHERE)));
    return some(term);
  }

  private static Arbitrary<Services> services() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Services.Anything()), terms().map(Services.Listed::new));
  }

  // ---- statements

  static Arbitrary<List<String>> docs() {
    return Arbitraries.oneOf(
        Arbitraries.just(List.of()), any(line().map(text -> text.stripTrailing())));
  }

  /** Statements of every kind. */
  public static Arbitrary<Statement> statement() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, inner()),
        net.jqwik.api.Tuple.of(1, module()),
        net.jqwik.api.Tuple.of(3, ParamTrees.statement()));
  }

  /** Statements that can be inside another statement. */
  static Arbitrary<Statement> inner() {
    return Arbitraries.oneOf(
        cluster(),
        defaults(),
        assume(),
        zone(),
        external(),
        service(),
        allow(),
        claim(),
        trust(),
        disjoint(),
        waive(),
        emit());
  }

  private static Arbitrary<Statement> module() {
    return Combinators.combine(docs(), name())
        .as((docs, name) -> new Statement.Module(docs, name, NOWHERE));
  }

  private static Arbitrary<Statement> cluster() {
    Arbitrary<Statement.ClusterClause> clause =
        Combinators.combine(Arbitraries.of(Statement.ClusterRange.values()), some(address()))
            .as((range, addresses) -> new Statement.ClusterClause(range, addresses, NOWHERE));
    return Combinators.combine(docs(), any(clause))
        .as((docs, clauses) -> new Statement.Cluster(docs, clauses, NOWHERE));
  }

  private static Arbitrary<Statement> defaults() {
    Arbitrary<Statement.DefaultsClause> clause =
        Combinators.combine(
                Arbitraries.of(Statement.DefaultsSubject.values()), Arbitraries.of(true, false))
            .as((subject, allow) -> new Statement.DefaultsClause(subject, allow, NOWHERE));
    return Combinators.combine(docs(), any(clause))
        .as((docs, clauses) -> new Statement.Defaults(docs, clauses, NOWHERE));
  }

  private static Arbitrary<Statement> assume() {
    return docs().map(docs -> new Statement.Assume(docs, NOWHERE));
  }

  private static Arbitrary<PodClause> podClause() {
    return Arbitraries.oneOf(
        some(place()).map(names -> new PodClause.NamespaceNames(names, NOWHERE)),
        selector().map(s -> new PodClause.NamespaceSelector(s, NOWHERE)),
        selector().map(s -> new PodClause.PodSelector(s, NOWHERE)));
  }

  private static Arbitrary<Statement> zone() {
    Arbitrary<Nesting> nesting =
        Arbitraries.oneOf(
            Arbitraries.just(new Nesting.TopLevel()), name().map(Nesting.Inside::new));
    Arbitrary<Tiering> tier =
        Arbitraries.oneOf(Arbitraries.just(new Tiering.Unnamed()), name().map(Tiering.Named::new));
    Arbitrary<Statement.ZoneDefault> standard =
        Combinators.combine(
                Arbitraries.of(Statement.ZoneDirection.values()), Arbitraries.of(true, false))
            .as((direction, allow) -> new Statement.ZoneDefault(direction, allow, NOWHERE));
    return Combinators.combine(docs(), name(), nesting, tier, any(podClause()), any(standard))
        .as(
            (docs, name, in, ofTier, clauses, defaults) ->
                new Statement.Zone(docs, name, in, ofTier, clauses, defaults, NOWHERE));
  }

  private static Arbitrary<Statement> trust() {
    Arbitrary<LabelSetter> setter =
        Combinators.combine(Arbitraries.of(LabelSetter.Kind.values()), anyWord())
            .as(LabelSetter::new);
    return Combinators.combine(docs(), anyWord(), Arbitraries.of(TrustLevel.values()), any(setter))
        .as((docs, key, level, by) -> new Statement.Trust(docs, key, level, by, NOWHERE));
  }

  private static Arbitrary<Statement> disjoint() {
    Arbitrary<DisjointTree> zones =
        Arbitraries.oneOf(
            some(name()).map(DisjointTree.Listed::new), name().map(DisjointTree.ChildrenOf::new));
    return Combinators.combine(docs(), zones)
        .as((docs, which) -> new Statement.Disjoint(docs, which, NOWHERE));
  }

  private static Arbitrary<Statement> emit() {
    Arbitrary<Statement.EmitEntry> entry =
        Combinators.combine(anyWord(), labelValue())
            .as((key, value) -> new Statement.EmitEntry(key, value, NOWHERE));
    Arbitrary<Statement.EmitClause> clause =
        Combinators.combine(Arbitraries.of(Statement.EmitKind.values()), any(entry))
            .as((kind, entries) -> new Statement.EmitClause(kind, entries, NOWHERE));
    return Combinators.combine(docs(), any(clause))
        .as((docs, clauses) -> new Statement.Emit(docs, clauses, NOWHERE));
  }

  private static Arbitrary<Statement> waive() {
    Arbitrary<Waived> waived =
        Arbitraries.oneOf(
            Combinators.combine(parties(), parties(), services())
                .as((from, to, services) -> new Waived.Connections(from, to, services, NOWHERE)),
            Combinators.combine(parties(), parties())
                .as((from, to) -> new Waived.Paths(from, to, NOWHERE)));
    Arbitrary<Word> handle = plain().map(text -> unquoted("@" + text));
    Arbitrary<WaiverAttribute> attribute =
        Arbitraries.oneOf(
            string().map(word -> new WaiverAttribute.Reason(word, NOWHERE)),
            value().map(word -> new WaiverAttribute.Ticket(word, NOWHERE)),
            Arbitraries.oneOf(handle, plainWord(), string())
                .map(word -> new WaiverAttribute.ApprovedBy(word, NOWHERE)),
            plainWord().map(word -> new WaiverAttribute.Expires(word, NOWHERE)));
    return Combinators.combine(docs(), name(), waived, any(attribute))
        .as(
            (docs, assertion, what, about) ->
                new Statement.Waive(docs, assertion, what, about, NOWHERE));
  }

  private static Arbitrary<Statement> external() {
    Arbitrary<Statement.AddressClause> addresses =
        Combinators.combine(some(address()), any(address()))
            .as((blocks, except) -> new Statement.AddressClause(blocks, except, NOWHERE));
    return Combinators.combine(
            docs(),
            name(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            any(addresses),
            any(podClause()))
        .as(
            (docs, name, relay, open, blocks, pods) ->
                new Statement.External(docs, name, relay, open, blocks, pods, NOWHERE));
  }

  private static Arbitrary<Statement> service() {
    return Combinators.combine(docs(), name(), terms())
        .as((docs, name, terms) -> new Statement.Service(docs, name, terms, NOWHERE));
  }

  private static Arbitrary<Statement> allow() {
    Arbitrary<FlowEnds> ends =
        Arbitraries.oneOf(
            Combinators.combine(parties(), parties()).as(FlowEnds.To::new),
            Combinators.combine(parties(), parties()).as(FlowEnds.Both::new),
            parties().map(FlowEnds.Within::new));
    Arbitrary<Word> handle = plain().map(text -> unquoted("@" + text));
    Arbitrary<Attribute> attribute =
        Arbitraries.oneOf(
            Arbitraries.oneOf(handle, plainWord(), string())
                .map(word -> new Attribute.Owner(word, NOWHERE)),
            string().map(word -> new Attribute.Reason(word, NOWHERE)),
            value().map(word -> new Attribute.Ticket(word, NOWHERE)),
            plainWord().map(word -> new Attribute.Expires(word, NOWHERE)));
    return Combinators.combine(docs(), ends, services(), any(attribute))
        .as((docs, e, services, about) -> new Statement.Allow(docs, e, services, about, NOWHERE));
  }

  private static Arbitrary<Statement> claim() {
    Arbitrary<Parties> set = parties();
    Arbitrary<ClaimTree.Via> via =
        Arbitraries.oneOf(
            Arbitraries.just(new ClaimTree.Via.Nothing()),
            parties().map(ClaimTree.Via.Through::new));
    Arbitrary<ClaimTree.Among> among =
        Arbitraries.oneOf(
            Arbitraries.just(new ClaimTree.Among.Everyone()),
            parties().map(ClaimTree.Among.Members::new));
    Arbitrary<ClaimTree.Bound> bound =
        Arbitraries.oneOf(
            Arbitraries.just(new ClaimTree.Bound.AnyLength()),
            plainWord().map(ClaimTree.Bound.Within::new));
    Arbitrary<ClaimTree> claim =
        Arbitraries.oneOf(
            Combinators.combine(set, set, services())
                .as((from, to, s) -> new ClaimTree.Never(from, to, s, NOWHERE)),
            Combinators.combine(set, set, via, bound)
                .as((from, to, by, within) -> new ClaimTree.NoPath(from, to, by, within, NOWHERE)),
            Combinators.combine(set, among, set, services())
                .as((from, of, to, s) -> new ClaimTree.Only(from, of, to, s, NOWHERE)),
            set.map(zones -> new ClaimTree.Isolated(zones, NOWHERE)),
            Combinators.combine(set, set, services())
                .as((from, to, s) -> new ClaimTree.Reachable(from, to, s, NOWHERE)),
            set.map(zones -> new ClaimTree.TiersAdjacent(zones, NOWHERE)));
    return Combinators.combine(docs(), name(), claim)
        .as((docs, name, what) -> new Statement.Assert(docs, name, what, NOWHERE));
  }
}

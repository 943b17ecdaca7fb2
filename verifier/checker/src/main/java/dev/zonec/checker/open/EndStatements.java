package dev.zonec.checker.open;

import dev.zonec.checker.mention.Mentions;
import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/** Statements about one end of the connection. */
final class EndStatements {
  private static final Statement OVER_IPV6 = new Statement.Holds("over ipv6");

  private final Mentions mentions;
  private final Map<End, Map<Selector, Statement>> podLabels = new HashMap<>();
  private final Map<End, Map<Selector, Statement>> namespaceLabels = new HashMap<>();
  private final Map<End, IdentityHashMap<Party, Statement>> parties = new HashMap<>();

  EndStatements(Mentions mentions) {
    this.mentions = mentions;
  }

  Mentions mentions() {
    return mentions;
  }

  /** The end is a pod. */
  Statement isPod(End end) {
    return switch (end.place()) {
      case Place.Anywhere anywhere -> new Statement.Holds(end.pod());
      case Place.Outside outside -> Constant.FALSE;
      case Place.In in -> Constant.TRUE;
      case Place.Elsewhere elsewhere -> Constant.TRUE;
    };
  }

  /** The end is a pod in the namespace with this name. */
  Statement inNamespace(End end, String name) {
    return switch (end.place()) {
      case Place.Anywhere anywhere ->
          Statement.all(
              isPod(end), new Statement.Is(end.namespace(), mentions.namespace(name).number()));
      case Place.In(String own) -> Statement.of(own.equals(name));
      case Place.Outside outside -> Constant.FALSE;
      case Place.Elsewhere elsewhere -> Constant.FALSE;
    };
  }

  /** The end is a pod in a namespace that nothing mentions. */
  Statement inOtherNamespace(End end) {
    return switch (end.place()) {
      case Place.Anywhere anywhere ->
          Statement.all(isPod(end), Statement.not(namespaceIsNamed(end)));
      case Place.Elsewhere elsewhere -> Constant.TRUE;
      case Place.In in -> Constant.FALSE;
      case Place.Outside outside -> Constant.FALSE;
    };
  }

  /** The number of the namespace is the one of a named namespace. */
  Statement namespaceIsNamed(End end) {
    return new Statement.Between(
        end.namespace(), BigInteger.ZERO, BigInteger.valueOf(mentions.namespaces().size() - 1L));
  }

  /** The end is a pod, and the labels of its namespace match; the name counts as a label. */
  Statement namespaceMatches(End end, Selector selector) {
    return selector.selectsEverything()
        ? isPod(end)
        : namespaceLabels
            .computeIfAbsent(end, e -> new HashMap<>())
            .computeIfAbsent(
                selector,
                s ->
                    eachNamespace(end, named -> matches(named, s), () -> matchesElsewhere(end, s)));
  }

  /**
   * The end is a pod, and what is said about its namespace is true.
   *
   * @param ofNamed says it about a named namespace
   * @param ofOthers says it about a namespace that nothing mentions
   */
  Statement eachNamespace(
      End end,
      Function<Mentions.NamedNamespace, Statement> ofNamed,
      java.util.function.Supplier<Statement> ofOthers) {
    return switch (end.place()) {
      case Place.Outside outside -> Constant.FALSE;
      case Place.In(String name) -> ofNamed.apply(mentions.namespace(name));
      case Place.Elsewhere elsewhere -> ofOthers.get();
      case Place.Anywhere anywhere -> {
        List<Statement> cases = new ArrayList<>();
        List<BigInteger> always = new ArrayList<>();
        for (Mentions.NamedNamespace named : mentions.namespaces()) {
          Statement there = ofNamed.apply(named);
          if (there.isTrue()) {
            always.add(named.number());
          } else {
            cases.add(Statement.all(new Statement.Is(end.namespace(), named.number()), there));
          }
        }
        cases.add(isOneOf(end.namespace(), always));
        if (mentions.others()) {
          cases.add(Statement.all(Statement.not(namespaceIsNamed(end)), ofOthers.get()));
        }
        yield Statement.all(isPod(end), Statement.any(cases));
      }
    };
  }

  /** The number is one of {@code values}, which are ascending. */
  private static Statement isOneOf(String number, List<BigInteger> values) {
    List<Statement> ranges = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= values.size(); i++) {
      boolean more =
          i < values.size() && values.get(i).equals(values.get(i - 1).add(BigInteger.ONE));
      if (!more) {
        ranges.add(new Statement.Between(number, values.get(start), values.get(i - 1)));
        start = i;
      }
    }
    return Statement.any(ranges);
  }

  private Statement matches(Mentions.NamedNamespace namespace, Selector selector) {
    if (namespace.labels().isPresent()) {
      return Statement.of(selector.matches(namespace.labels().get()));
    }
    List<Statement> all = new ArrayList<>();
    for (Requirement requirement : selector.requirements()) {
      all.add(
          isAboutTheName(requirement)
              ? Statement.of(requirement.matches(Map.of(Namespace.NAME_LABEL, namespace.name())))
              : meets(
                  End.unknownLabel(namespace.name(), requirement.key()),
                  requirement,
                  mentions.namespaceValues(requirement.key())));
    }
    return Statement.all(all);
  }

  private Statement matchesElsewhere(End end, Selector selector) {
    List<Statement> all = new ArrayList<>();
    for (Requirement requirement : selector.requirements()) {
      all.add(
          isAboutTheName(requirement)
              ? Statement.of(
                  switch (requirement) {
                    case Requirement.In in -> false;
                    case Requirement.NotIn notIn -> true;
                    case Requirement.Exists exists -> true;
                    case Requirement.DoesNotExist none -> false;
                  })
              : meets(
                  end.labelElsewhere(requirement.key()),
                  requirement,
                  mentions.namespaceValues(requirement.key())));
    }
    return Statement.all(all);
  }

  private static boolean isAboutTheName(Requirement requirement) {
    return requirement.key().equals(Namespace.NAME_LABEL);
  }

  /** The labels match, if the end is a pod. */
  Statement podMatches(End end, Selector selector) {
    return podLabels
        .computeIfAbsent(end, e -> new HashMap<>())
        .computeIfAbsent(
            selector,
            s ->
                Statement.all(
                    s.requirements().stream()
                        .map(
                            requirement ->
                                meets(
                                    end.label(requirement.key()),
                                    requirement,
                                    mentions.podValues(requirement.key())))
                        .toList()));
  }

  /** The label with this number meets the requirement. */
  private static Statement meets(
      String number, Requirement requirement, SortedSet<String> mentioned) {
    return switch (requirement) {
      case Requirement.In(var key, var values) -> hasValue(number, values, mentioned);
      case Requirement.NotIn(var key, var values) ->
          Statement.not(hasValue(number, values, mentioned));
      case Requirement.Exists exists -> Statement.not(new Statement.Is(number, Mentions.ABSENT));
      case Requirement.DoesNotExist none -> new Statement.Is(number, Mentions.ABSENT);
    };
  }

  /** The label with this number has one of {@code values}. */
  static Statement hasValue(String number, Collection<String> values, SortedSet<String> mentioned) {
    return Statement.any(
        values.stream()
            .map(value -> (Statement) new Statement.Is(number, Mentions.number(mentioned, value)))
            .toList());
  }

  /** The connection uses {@code family}. */
  static Statement over(Family family) {
    return family == Family.IPV6 ? OVER_IPV6 : Statement.not(OVER_IPV6);
  }

  /** The connection uses the family of a block, and the address of the end is in the block. */
  Statement inBlocks(End end, Collection<IpBlock> blocks) {
    return overFamily(end, family -> AddressSet.of(family, blocks));
  }

  /** The connection uses the family of a block, and the address of the end is in the block. */
  Statement inCidrs(End end, Collection<Cidr> blocks) {
    return overFamily(end, family -> AddressSet.ofCidrs(family, blocks));
  }

  /** The address of the end, in the family of the connection, is in {@code addresses}. */
  Statement overFamily(End end, Function<Family, AddressSet> addresses) {
    return Statement.any(
        Arrays.stream(Family.values())
            .map(family -> Statement.all(over(family), hasAddress(end, addresses.apply(family))))
            .toList());
  }

  /** The address of the end in the family of {@code set} is in it. */
  static Statement hasAddress(End end, AddressSet set) {
    return Statement.any(
        set.ranges().stream()
            .map(
                range ->
                    (Statement)
                        new Statement.Between(
                            end.address(set.family()), range.first(), range.last()))
            .toList());
  }

  /** The end is in the party. */
  Statement inParty(End end, Party party) {
    return parties
        .computeIfAbsent(end, e -> new IdentityHashMap<>())
        .computeIfAbsent(party, p -> membership(end, p));
  }

  private Statement membership(End end, Party party) {
    return switch (party) {
      case Party.Zone zone -> inPods(end, zone.pods());
      case Party.ForeignPods foreign -> inPods(end, foreign.pods());
      case Party.Anyone anyone -> anyone.addresses() ? Constant.TRUE : isPod(end);
      case Party.Addresses addresses -> isOutsideIn(end, addresses.blocks());
      case Party.Others others ->
          Statement.any(inPods(end, others.pods()), isOutsideIn(end, others.blocks()));
    };
  }

  /** The end is in one of the parties. */
  Statement inAny(End end, Collection<? extends Party> some) {
    return Statement.any(some.stream().map(party -> inParty(end, party)).toList());
  }

  private Statement isOutsideIn(End end, List<IpBlock> blocks) {
    return Statement.all(Statement.not(isPod(end)), inBlocks(end, blocks));
  }

  private Statement inPods(End end, PodSet pods) {
    List<Statement> terms = new ArrayList<>();
    for (PodSet.Term term : pods.terms()) {
      terms.add(Statement.all(inNamespaces(end, term.namespaces()), podMatches(end, term.pods())));
    }
    return Statement.any(terms);
  }

  private Statement inNamespaces(End end, PodSet.NamespaceSet set) {
    return switch (set) {
      case PodSet.NamespaceSet.Selected(var labels) -> namespaceMatches(end, labels);
      case PodSet.NamespaceSet.Named(var names, var labels) ->
          Statement.all(
              Statement.any(names.stream().map(name -> inNamespace(end, name)).toList()),
              namespaceMatches(end, labels));
    };
  }
}

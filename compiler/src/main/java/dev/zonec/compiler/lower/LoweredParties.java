package dev.zonec.compiler.lower;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lowers declarations of parties. Parts of zones and externals are lowered when they are first
 * used.
 */
final class LoweredParties {
  private static final PodSet EVERY_POD =
      new PodSet(
          List.of(
              new PodSet.Term(
                  new PodSet.NamespaceSet.Selected(Selector.EVERYTHING), Selector.EVERYTHING)));
  private static final List<IpBlock> EVERY_ADDRESS =
      List.of(
          new IpBlock(Cidr.of("0.0.0.0/0"), List.of()), new IpBlock(Cidr.of("::/0"), List.of()));

  private final Map<String, Party> parties;
  private final Map<String, LoweredProgram.Part> parts = new LinkedHashMap<>();
  private final Set<List<List<PartyDeclaration>>> checked = new HashSet<>();
  private final Map<Subtraction, Optional<Remainder>> remainders = new HashMap<>();
  private final Problems problems;

  /**
   * @param parties all declared parties, by name
   */
  LoweredParties(Map<String, Party> parties, Problems problems) {
    this.parties = parties;
    this.problems = problems;
  }

  /** Returns the party for {@code declared}. */
  Party of(PartyDeclaration declared) {
    if (declared instanceof PartyDeclaration.Except except) {
      LoweredProgram.Part known = parts.get(except.name());
      if (known == null) {
        known = new LoweredProgram.Part(except, part(except));
        parts.put(except.name(), known);
      }
      if (checked.add(List.of(except.bases(), except.without()))) {
        checkExceptions(except);
      }
      return known.party();
    }
    if (declared instanceof PartyDeclaration.Other(var zone, var span)) {
      Party.Zone everywhere = (Party.Zone) of(zone);
      return new Party.Zone(
          declared.name(), everywhere.pods(), everywhere.nested(), everywhere.denied(), span);
    }
    Party party = parties.get(declared.name());
    if (party == null) {
      throw new IllegalStateException("not lowered: " + declared);
    }
    return party;
  }

  /** Returns the parties for {@code declared}. If there are several, empty parts are left out. */
  List<Party> all(List<PartyDeclaration> declared) {
    List<Party> all = declared.stream().map(this::of).toList();
    List<Party> some = all.stream().filter(party -> !isPart(party) || !isEmpty(party)).toList();
    return some.isEmpty() ? all : some;
  }

  private boolean isPart(Party party) {
    return parts.containsKey(party.name());
  }

  /** Returns the parts that were used and that are smaller than the whole. */
  List<LoweredProgram.Part> parts() {
    return parts.values().stream()
        .filter(part -> part.party().name().equals(part.declaration().name()))
        .toList();
  }

  private Party part(PartyDeclaration.Except except) {
    Party base = of(except.base());
    if (all(except.without()).stream().noneMatch(hole -> overlap(base, hole))) {
      return base;
    }
    Optional<Remainder> rest = remainder(base, except);
    if (rest.isEmpty()) {
      problems.add(tooMany(except));
      return part(except, base, Remainder.NOTHING);
    }
    return part(except, base, rest.get());
  }

  /** Reports parts without pods and addresses, and exceptions without an effect. */
  private void checkExceptions(PartyDeclaration.Except except) {
    List<Party> bases = all(except.bases());
    String names =
        bases.stream().map(base -> "`" + base.name() + "`").collect(Collectors.joining(", "));
    for (Party hole : all(except.without())) {
      if (bases.stream().noneMatch(base -> overlap(base, hole))) {
        problems.add(
            Diagnostic.warning(
                    Code.ZC0231,
                    except.span(),
                    names + " and `" + hole.name() + "` have nothing in common")
                .labelled("the exception has no effect")
                .help("remove `" + hole.name() + "` from the exceptions, or correct its name"));
      }
    }
    boolean nothing =
        bases.stream()
            .allMatch(base -> remainder(base, except).map(Remainder::isEmpty).orElse(false));
    if (nothing && !bases.stream().allMatch(LoweredParties::isEmpty)) {
      problems.add(
          Diagnostic.error(Code.ZC0230, except.span(), "nothing is left of " + names)
              .labelled("the exceptions exclude all of it")
              .help("correct the exceptions, or swap the two"));
    }
  }

  /** The pods and addresses that remain of a party. */
  private record Remainder(PodSet pods, List<IpBlock> blocks) {
    static final Remainder NOTHING = new Remainder(new PodSet(List.of()), List.of());

    boolean isEmpty() {
      return pods.terms().isEmpty() && blocks.isEmpty();
    }
  }

  private record Subtraction(Party base, List<PartyDeclaration> without) {}

  /** Returns what remains of {@code base}; empty if that would need too many terms. */
  private Optional<Remainder> remainder(Party base, PartyDeclaration.Except except) {
    Subtraction subtraction = new Subtraction(base, except.without());
    Optional<Remainder> known = remainders.get(subtraction);
    if (known == null) {
      known = subtract(base, except.without());
      remainders.put(subtraction, known);
    }
    return known;
  }

  private Optional<Remainder> subtract(Party base, List<PartyDeclaration> without) {
    PodSet pods = podsOf(base);
    List<IpBlock> blocks = blocksOf(base);
    for (Party hole : all(without)) {
      Optional<PodSet> left = PodDifference.of(pods, podsOf(hole));
      if (left.isEmpty()) {
        return Optional.empty();
      }
      pods = left.get();
      blocks = IpBlockDifference.of(blocks, blocksOf(hole));
    }
    return Optional.of(new Remainder(pods, blocks));
  }

  private static boolean isEmpty(Party party) {
    return podsOf(party).terms().isEmpty() && blocksOf(party).isEmpty();
  }

  private static Party part(PartyDeclaration.Except except, Party base, Remainder rest) {
    String name = except.name();
    PodSet pods = rest.pods();
    List<IpBlock> blocks = rest.blocks();
    return switch (base) {
      case Party.Zone zone ->
          new Party.Zone(name, pods, zone.nested(), zone.denied(), except.span());
      case Party.ForeignPods foreign ->
          new Party.ForeignPods(name, pods, foreign.relay(), except.span());
      case Party.Addresses addresses ->
          new Party.Addresses(name, blocks, addresses.relay(), except.span());
      case Party.Anyone anyone -> new Party.Others(name, pods, blocks, except.span());
      case Party.Others others -> throw new IllegalArgumentException("a part: " + others);
    };
  }

  private static PodSet podsOf(Party party) {
    return switch (party) {
      case Party.Zone zone -> zone.pods();
      case Party.ForeignPods foreign -> foreign.pods();
      case Party.Addresses addresses -> new PodSet(List.of());
      case Party.Anyone anyone -> EVERY_POD;
      case Party.Others others -> others.pods();
    };
  }

  private static List<IpBlock> blocksOf(Party party) {
    return switch (party) {
      case Party.Addresses addresses -> addresses.blocks();
      case Party.Anyone anyone -> anyone.addresses() ? EVERY_ADDRESS : List.of();
      case Party.Others others -> others.blocks();
      case Party.Zone zone -> List.of();
      case Party.ForeignPods foreign -> List.of();
    };
  }

  private static boolean overlap(Party a, Party b) {
    return Satisfiability.overlap(podsOf(a), podsOf(b)) || overlap(blocksOf(a), blocksOf(b));
  }

  private static boolean overlap(List<IpBlock> a, List<IpBlock> b) {
    for (Family family : Family.values()) {
      if (AddressSet.of(family, a).overlaps(AddressSet.of(family, b))) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic tooMany(PartyDeclaration.Except except) {
    return Diagnostic.error(
            Code.ZC0406,
            except.span(),
            "`" + except.name() + "` has more than " + PodDifference.MOST + " alternatives")
        .note("each requirement of an exception adds an alternative")
        .help("select the exceptions by fewer labels, or declare the rest as a zone");
  }
}

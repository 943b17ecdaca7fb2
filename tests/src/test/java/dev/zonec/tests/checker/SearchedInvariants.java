package dev.zonec.tests.checker;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.PathPart;
import dev.zonec.checker.document.ValueSet;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.NamedNamespace;
import dev.zonec.verifier.quotient.NamespaceAssumption;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.reach.Enforcement;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.reach.StepSearch;
import dev.zonec.verifier.reach.Steps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ends that paths reach, found by the engine's search over listed steps. */
final class SearchedInvariants {
  private final CheckedRun run;
  private final Vocabulary vocabulary;
  private final BoxSpace space;
  private final StepSearch search;

  SearchedInvariants(CheckedRun run) {
    this.run = run;
    VocabularyBuilder builder = new VocabularyBuilder().add(run.world()).add(run.program());
    run.excluded().forEach(builder::add);
    this.vocabulary =
        builder.build(
            run.program().cluster(),
            switch (run.namespaces()) {
              case ANY -> NamespaceAssumption.NONE;
              case NAMED -> NamespaceAssumption.NAMED;
              case DECLARED -> NamespaceAssumption.DECLARED;
            });
    this.space = new BoxSpace(vocabulary);
    this.search =
        new StepSearch(space, Steps.enforced(space, Enforcement.of(run.world(), run.may())));
  }

  /** Returns the parts of the proof of {@code claim}; empty if the steps cannot be listed. */
  Optional<List<PathPart>> of(Assertion.NoPath claim) {
    if (!search.exact()) {
      return Optional.empty();
    }
    int waivers = run.waivers(claim).size();
    List<PathPart> parts = new ArrayList<>();
    for (int bits = 0; bits < 1 << waivers; bits++) {
      List<Boolean> truths = new ArrayList<>();
      for (int i = 0; i < waivers; i++) {
        truths.add((bits >> i & 1) == 1);
      }
      parts.add(new PathPart(truths, proof(claim, truths)));
    }
    return Optional.of(parts);
  }

  private PathPart.Proof proof(Assertion.NoPath claim, List<Boolean> truths) {
    List<Box> starts = space.minus(members(claim.from()), space.parties(claim.via()));
    List<Waiver> waivers = run.waivers(claim);
    for (int i = 0; i < truths.size(); i++) {
      List<Box> excused = space.parties(waivers.get(i).excused().from());
      starts = truths.get(i) ? space.and(starts, excused) : space.minus(starts, excused);
    }
    if (starts.isEmpty()) {
      return new PathPart.Proof.Empty();
    }
    List<Box> relays = space.minus(withoutExcluded(relays()), space.parties(claim.via()));
    SearchTree tree = search.from(starts, relays, claim.within().orElse(Integer.MAX_VALUE));
    if (claim.within().isEmpty()) {
      return new PathPart.Proof.Invariants(List.of(set(tree.reached())));
    }
    List<EndSet> sets = new ArrayList<>();
    for (int hops = 1; hops <= claim.within().getAsInt(); hops++) {
      sets.add(set(tree.reachedWithin(hops)));
    }
    return new PathPart.Proof.Invariants(sets);
  }

  private List<Box> members(List<Party> parties) {
    return withoutExcluded(space.parties(parties));
  }

  private List<Box> withoutExcluded(List<Box> boxes) {
    List<Box> left = space.minus(boxes, space.parties(run.excluded()));
    for (var pair : run.disjoint()) {
      left = space.minus(left, space.and(space.party(pair.first()), space.party(pair.second())));
    }
    return left;
  }

  private List<Box> relays() {
    List<Box> pods = new ArrayList<>();
    space.allPods().ifPresent(pods::add);
    List<Party> foreign = new ArrayList<>();
    List<Party> passed = new ArrayList<>(run.program().zones());
    for (Party.Outside outside : run.program().externals()) {
      if (outside.relay()) {
        passed.add(outside);
      } else if (outside instanceof Party.ForeignPods) {
        foreign.add(outside);
      }
    }
    List<Box> relays = new ArrayList<>(space.minus(pods, space.parties(foreign)));
    relays.addAll(space.parties(passed));
    return space.withoutContained(relays);
  }

  private EndSet set(List<Box> boxes) {
    return new EndSet.In(boxes.stream().map(this::box).toList());
  }

  private EndBox box(Box box) {
    return switch (box) {
      case Box.Everything everything -> new EndBox.Everything();
      case Box.Addresses(Family family, Bits atoms) ->
          new EndBox.Addresses(ranges(family, atoms), Map.of());
      case Box.Pods pods -> pods(pods);
    };
  }

  private EndBox pods(Box.Pods box) {
    TreeSet<String> names = new TreeSet<>();
    List<NamedNamespace> named = vocabulary.namespaces();
    for (int i = 0; i < named.size(); i++) {
      if (box.namespaces().contains(i)) {
        names.add(named.get(i).namespace().name());
      }
    }
    boolean others =
        run.namespaces() == NamespaceExtent.ANY && box.namespaces().contains(named.size());
    TreeMap<String, ValueSet> namespaceLabels = new TreeMap<>();
    add(vocabulary.namespaceKeys(), box.namespaceLabels(), namespaceLabels);
    TreeMap<String, ValueSet> labels = new TreeMap<>();
    add(vocabulary.podKeys(), box.podLabels(), labels);
    Map<Family, AddressSet> addresses = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      if (vocabulary.podsHave(family)
          && !box.atoms(family).containsAll(vocabulary.podAtoms(family))) {
        addresses.put(family, ranges(family, box.atoms(family)));
      }
    }
    return new EndBox.Pods(
        Optional.of(new ValueSet(names, false, others)),
        namespaceLabels,
        labels,
        addresses,
        Map.of());
  }

  private static void add(List<LabelKey> keys, LabelSets values, TreeMap<String, ValueSet> labels) {
    for (int i = 0; i < keys.size(); i++) {
      LabelKey key = keys.get(i);
      if (!values.get(i).containsAll(Bits.all(key.size()))) {
        TreeSet<String> texts = new TreeSet<>();
        for (String text : key.mentioned()) {
          if (values.get(i).contains(key.indexOf(text))) {
            texts.add(text);
          }
        }
        labels.put(
            key.key(),
            new ValueSet(
                texts,
                values.get(i).contains(LabelKey.ABSENT),
                values.get(i).contains(key.other())));
      }
    }
  }

  private AddressSet ranges(Family family, Bits atoms) {
    AddressAtoms all = vocabulary.atoms(family);
    AddressSet set = new AddressSet(family, List.of());
    for (int atom : atoms.stream().toArray()) {
      set = set.union(new AddressSet(family, List.of(all.range(atom))));
    }
    return set;
  }
}

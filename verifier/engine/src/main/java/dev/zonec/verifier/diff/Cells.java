package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Divides all ends into {@linkplain Cell cells}: one for each zone and external, one for all other
 * pods and one for all other addresses.
 *
 * <p>An end in several parties belongs to the first of them. A party that another one contains
 * comes first, so that a nested zone is a cell of its own. Invariant: each cell is disjoint from
 * the cells before it.
 *
 * @param space the space of the boxes
 * @param worlds the worlds, whose labels of namespaces can differ
 */
record Cells(BoxSpace space, WorldPair worlds) {
  /** Returns the cells for {@code parties}. Parties without a possible end have no cell. */
  List<Cell> of(List<? extends Party> parties) {
    List<Cell> named = new ArrayList<>();
    for (Party party : parties) {
      List<Box> boxes = members(party);
      if (!boxes.isEmpty()) {
        Cell.Kind kind = party instanceof Party.Zone ? Cell.Kind.ZONE : Cell.Kind.EXTERNAL;
        named.add(new Cell(kind, party.name(), boxes));
      }
    }
    List<Cell> cells = new ArrayList<>();
    List<Box> seen = new ArrayList<>();
    for (Cell cell : innerFirst(named)) {
      List<Box> rest = space.minus(disjoint(cell.boxes()), seen);
      if (!rest.isEmpty()) {
        cells.add(new Cell(cell.kind(), cell.name(), rest));
        seen.addAll(cell.boxes());
      }
    }
    List<Box> pods = new ArrayList<>();
    space.allPods().ifPresent(pods::add);
    addRest(Cell.Kind.OTHER_PODS, space.minus(pods, seen), cells);
    addRest(Cell.Kind.OTHER_ADDRESSES, space.minus(space.allAddresses(), seen), cells);
    return cells;
  }

  private static void addRest(Cell.Kind kind, List<Box> boxes, List<Cell> cells) {
    if (!boxes.isEmpty()) {
      cells.add(new Cell(kind, "", boxes));
    }
  }

  private List<Box> disjoint(List<Box> boxes) {
    List<Box> out = new ArrayList<>();
    for (Box box : space.withoutContained(boxes)) {
      out.addAll(space.minus(List.of(box), out));
    }
    return out;
  }

  /** Sorts the cells so that a cell that another one contains comes before it. */
  private List<Cell> innerFirst(List<Cell> cells) {
    List<Cell> out = new ArrayList<>();
    for (Cell cell : cells) {
      int at = 0;
      while (at < out.size() && !containsAll(out.get(at), cell)) {
        at++;
      }
      out.add(at, cell);
    }
    return out;
  }

  private boolean containsAll(Cell outer, Cell inner) {
    return inner.boxes().stream()
        .allMatch(box -> outer.boxes().stream().anyMatch(all -> space.contains(all, box)));
  }

  private List<Box> members(Party party) {
    return switch (party) {
      case Party.Zone zone -> pods(zone.pods());
      case Party.ForeignPods foreign -> pods(foreign.pods());
      case Party.Addresses addresses -> space.party(addresses);
      case Party.Others others -> space.party(others);
      case Party.Anyone anyone -> space.party(anyone);
    };
  }

  private List<Box> pods(PodSet pods) {
    List<Box> out = new ArrayList<>();
    for (PodSet.Term term : pods.terms()) {
      switch (term.namespaces()) {
        case PodSet.NamespaceSet.Named(var names, Selector labels) -> {
          BitSet named = new BitSet();
          names.forEach(name -> named.set(space.vocabulary().namespaceIndex(name)));
          addPods(Bits.of(named), labels, term.pods(), out);
        }
        case PodSet.NamespaceSet.Selected(Selector labels) ->
            addPods(Bits.all(space.vocabulary().namespaceCount()), labels, term.pods(), out);
      }
    }
    return out;
  }

  /**
   * Adds the pods that a selector matches. Selectors of namespaces are evaluated with the labels
   * after the change; the boxes know only one set of labels for each namespace.
   */
  private void addPods(Bits namespaces, Selector labels, Selector pods, List<Box> out) {
    BitSet declared = new BitSet();
    BitSet matching = new BitSet();
    for (Namespace namespace : worlds.after().namespaces()) {
      if (namespace.declared()) {
        int index = space.vocabulary().namespaceIndex(namespace.name());
        declared.set(index);
        matching.set(index, labels.matches(namespace.labels()));
      }
    }
    space.pods(namespaces.and(Bits.of(matching)), Selector.EVERYTHING, pods).ifPresent(out::add);
    space.pods(namespaces.minus(Bits.of(declared)), labels, pods).ifPresent(out::add);
  }
}

package dev.zonec.verifier.closed;

import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which classes may connect on some port of a set.
 *
 * <p>Most profiles treat most ports of a protocol alike. So the relation is made once for the port
 * that the most profiles treat as they do others, and for every further port only for the classes
 * that do not.
 */
final class AllPairs {
  private static final long[] NOBODY = new long[0];

  private final List<Layer> layers;
  private final boolean any;
  private final PortAtoms atoms;
  private final int size;
  private final BitMatrix found;

  /**
   * @param any whether a connection counts that some layer allows, rather than one that all do
   */
  AllPairs(List<Layer> layers, boolean any, PortAtoms atoms, int size) {
    this.layers = layers;
    this.any = any;
    this.atoms = atoms;
    this.size = size;
    this.found = BitMatrix.empty(size);
  }

  BitMatrix on(BitSet some) {
    if (any) {
      layers.forEach(layer -> addAll(List.of(layer), some));
    } else {
      addAll(layers, some);
    }
    return found;
  }

  private void addAll(List<Layer> together, BitSet some) {
    for (Protocol protocol : Protocol.values()) {
      BitSet ofProtocol = atoms.of(protocol);
      ofProtocol.and(some);
      add(together, ofProtocol);
    }
    if (some.get(atoms.portless())) {
      BitSet portless = new BitSet();
      portless.set(atoms.portless());
      add(together, portless);
    }
  }

  private void add(List<Layer> together, BitSet some) {
    if (some.isEmpty()) {
      return;
    }
    int usual = usual(some);
    List<long[][]> admitting = turned(together, usual);
    addWhole(together, usual, admitting);
    for (int atom = some.nextSetBit(0); atom >= 0; atom = some.nextSetBit(atom + 1)) {
      if (atom != usual) {
        addFurther(together, atom, usual, admitting);
      }
    }
  }

  /** The atom with the most ports: rules about single ports are least about it. */
  private int usual(BitSet some) {
    int usual = some.nextSetBit(0);
    for (int atom = usual; atom >= 0; atom = some.nextSetBit(atom + 1)) {
      if (width(atom) > width(usual)) {
        usual = atom;
      }
    }
    return usual;
  }

  private int width(int atom) {
    return atom == atoms.portless()
        ? 0
        : atoms.ported().get(atom).range().last() - atoms.ported().get(atom).range().first();
  }

  /** For each layer and source, the destinations that admit it on {@code atom}. */
  private List<long[][]> turned(List<Layer> together, int atom) {
    List<long[][]> out = new ArrayList<>();
    for (Layer layer : together) {
      out.add(
          Transposition.of(
              d -> layer.ingress().get(d).row(atom),
              size,
              d -> layer.ingress().get(d).isOpen(atom),
              d -> layer.ingress().get(d).isClosed(atom)));
    }
    return out;
  }

  private void addWhole(List<Layer> together, int atom, List<long[][]> admitting) {
    IntStream.range(0, size)
        .parallel()
        .forEach(source -> addPassing(together, source, atom, admitting, NOBODY));
  }

  /** Adds whom {@code source} may connect to, but for {@code left}, to what was found. */
  private void addPassing(
      List<Layer> together, int source, int atom, List<long[][]> admitting, long[] left) {
    for (Layer layer : together) {
      if (layer.egress().get(source).isClosed(atom)) {
        return;
      }
    }
    long[] passing = together.getFirst().egress().get(source).row(atom).clone();
    for (int i = 0; i < together.size(); i++) {
      BitRow.and(passing, admitting.get(i)[source]);
      if (i > 0) {
        BitRow.and(passing, together.get(i).egress().get(source).row(atom));
      }
    }
    if (left.length > 0) {
      BitRow.andNot(passing, left);
    }
    BitRow.or(found.row(source), passing);
  }

  private void addFurther(
      List<Layer> together, int atom, int usual, List<long[][]> admittingUsual) {
    long[] otherwise = BitRow.empty(size);
    Ints destinations = new Ints();
    Ints sources = new Ints();
    for (int c = 0; c < size; c++) {
      int end = c;
      if (!together.stream().allMatch(layer -> layer.ingress().get(end).alike(atom, usual))) {
        BitRow.set(otherwise, c);
        destinations.add(c);
      }
      if (!together.stream().allMatch(layer -> layer.egress().get(end).alike(atom, usual))) {
        sources.add(c);
      }
    }
    // A destination takes a test a source, and the whole of them a few steps for 64 tests.
    if (destinations.size() > size / 16) {
      addWhole(together, atom, turned(together, atom));
      return;
    }
    for (int i = 0; i < sources.size(); i++) {
      addPassing(together, sources.get(i), atom, admittingUsual, otherwise);
    }
    for (int i = 0; i < destinations.size(); i++) {
      addTo(together, destinations.get(i), atom);
    }
  }

  private void addTo(List<Layer> together, int destination, int atom) {
    long[] admitted = together.getFirst().ingress().get(destination).row(atom);
    for (int s = BitRow.next(admitted, 0); s >= 0; s = BitRow.next(admitted, s + 1)) {
      if (!found.get(s, destination) && allow(together, s, destination, atom)) {
        BitRow.set(found.row(s), destination);
      }
    }
  }

  private static boolean allow(List<Layer> together, int source, int destination, int atom) {
    for (Layer layer : together) {
      if (!layer.allows(source, destination, atom)) {
        return false;
      }
    }
    return true;
  }
}

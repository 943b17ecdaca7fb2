package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Pattern;
import java.util.List;

/** A zone, an external or another party. */
public sealed interface PartyDeclaration {
  /** Returns the name. */
  String name();

  /** Returns the span of the name in its declaration. */
  Span span();

  /** A {@code zone} statement. */
  record Zone(
      String name,
      Nesting nesting,
      Tiering tier,
      PodLines pods,
      Stance ingress,
      Stance egress,
      Span span)
      implements PartyDeclaration {
    /** Returns its own tier, or else the tier of the nearest outer zone with one. */
    public Tiering tierOrInherited() {
      Zone zone = this;
      while (zone.tier instanceof Tiering.Unnamed && zone.nesting instanceof Nesting.Inside in) {
        zone = in.parent();
      }
      return zone.tier;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * An {@code external} with addresses, as declared. The cluster's own addresses are not subtracted
   * yet.
   */
  record Addresses(String name, List<IpBlock> blocks, boolean relay, boolean open, Span span)
      implements PartyDeclaration {
    /** Copies the blocks. */
    public Addresses {
      blocks = List.copyOf(blocks);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** An {@code external} with pods. */
  record ForeignPods(String name, PodLines pods, boolean relay, Span span)
      implements PartyDeclaration {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A zone of another program, under its name here. This program can name it, but the other program
   * governs it.
   */
  record Imported(Zone zone) implements PartyDeclaration {
    @Override
    public String name() {
      return zone.name();
    }

    @Override
    public Span span() {
      return zone.span();
    }

    @Override
    public String toString() {
      return zone.name();
    }
  }

  /** The built-in parties {@code any} and {@code any-pod}. */
  record Anyone(String name, boolean addresses, Span span) implements PartyDeclaration {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A part of a party: {@code {base except without}}.
   *
   * @param name the part as it is written, such as <code>{shop except web}</code>
   * @param base the party; never a part itself
   * @param without the excluded parties; never parts themselves
   * @param bases all parties in front of {@code except}, including the base
   * @param span the name of the base
   */
  record Except(
      String name,
      PartyDeclaration base,
      List<PartyDeclaration> without,
      List<PartyDeclaration> bases,
      Span span)
      implements PartyDeclaration {
    /** Copies the lists. */
    public Except {
      without = List.copyOf(without);
      bases = List.copyOf(bases);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** {@code other zone}: the zone in the other namespaces of its {@code foreach}. */
  record Other(Zone zone, Span span) implements PartyDeclaration {
    @Override
    public String name() {
      return Pattern.OTHER + zone.name();
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** Returns the base of a part, or else the party itself. */
  default PartyDeclaration whole() {
    return this instanceof Except except ? except.base() : this;
  }

  /** The default of a zone for one direction. */
  sealed interface Stance {
    /** There is no clause; the defaults of the outer zone or of the program apply. */
    record Unsaid() implements Stance {}

    /** A clause such as {@code ingress allow}. */
    record Said(boolean allow, Span span) implements Stance {}
  }

  /** Whether a zone is nested. */
  sealed interface Nesting {
    /** The zone is not nested. */
    record TopLevel() implements Nesting {}

    /** The zone is nested in {@code parent}. */
    record Inside(Zone parent) implements Nesting {}
  }

  /** The tier of a zone. */
  sealed interface Tiering {
    /** The zone names no tier. */
    record Unnamed() implements Tiering {}

    /** The zone names {@code tier}. */
    record Named(String tier) implements Tiering {}
  }
}

package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Pattern;
import java.util.List;

/** A zone or an external. */
public sealed interface PartyDeclaration {
  /** Its name. */
  String name();

  /** The name where it is declared. */
  Span span();

  /** {@code zone}. */
  record Zone(
      String name,
      Nesting nesting,
      Tiering tier,
      PodLines pods,
      Stance ingress,
      Stance egress,
      Span span)
      implements PartyDeclaration {
    /** Its own tier, or that of the nearest zone around it that has one. */
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

  /** {@code external} with addresses, as declared: nothing of the cluster is left out yet. */
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

  /** {@code external} with pods. */
  record ForeignPods(String name, PodLines pods, boolean relay, Span span)
      implements PartyDeclaration {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A zone of another program, under its name here: it is named, and governed elsewhere. */
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

  /** Everyone: built in. */
  record Anyone(String name, boolean addresses, Span span) implements PartyDeclaration {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Some without others: {@code {base except without}}.
   *
   * @param name as it is written, such as <code>{shop except web}</code>
   * @param base what it is a part of; never itself one of these
   * @param without what is taken out; none of these either
   * @param bases everything that it is taken out of, the base among it
   * @param span where the base is named
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

  /** {@code other zone}: the zone in the namespaces of its {@code foreach} but the one at hand. */
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

  /** What all of it is a part of: itself, or its base where something is taken out. */
  default PartyDeclaration whole() {
    return this instanceof Except except ? except.base() : this;
  }

  /** What a zone says of one direction, where no flow says anything. */
  sealed interface Stance {
    /** Nothing: what holds around it holds for it. */
    record Unsaid() implements Stance {}

    /** {@code ingress allow} and the like. */
    record Said(boolean allow, Span span) implements Stance {}
  }

  /** Whether a zone lies in another. */
  sealed interface Nesting {
    /** It does not. */
    record TopLevel() implements Nesting {}

    /** It lies in {@code parent}. */
    record Inside(Zone parent) implements Nesting {}
  }

  /** Whether a zone names its tier. */
  sealed interface Tiering {
    /** It does not. */
    record Unnamed() implements Tiering {}

    /** It is {@code tier}. */
    record Named(String tier) implements Tiering {}
  }
}

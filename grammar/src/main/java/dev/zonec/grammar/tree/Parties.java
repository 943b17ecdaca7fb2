package dev.zonec.grammar.tree;

import java.util.List;

/**
 * Zones and externals at one end of something: {@code a}, {@code {a, b}}, {@code {a, b except c}}.
 *
 * @param members what is named; at least one
 * @param except what is taken out of all of them; empty for nothing
 */
public record Parties(List<Member> members, List<Word> except) {
  /** Copies the lists. */
  public Parties {
    members = List.copyOf(members);
    except = List.copyOf(except);
  }

  /**
   * One of several names.
   *
   * @param name the name
   * @param other whether it stands behind {@code other}: not in the namespace of {@code foreach} at
   *     hand, but in every other one
   * @param services what stands behind it in the braces, as in {@code {a : http, b : dns}}
   */
  public record Member(Word name, boolean other, Services services) {
    /** The name alone. */
    public Member(Word name, Services services) {
      this(name, false, services);
    }

    /** It as it is written, without ports. */
    public String written() {
      return (other ? "other " : "") + name;
    }
  }

  /** {@code names} alone, without ports of their own and with nothing taken out. */
  public static Parties of(List<Word> names) {
    return new Parties(
        names.stream().map(name -> new Member(name, new Services.Anything())).toList(), List.of());
  }

  /** The names, those that are taken out left out. */
  public List<Word> names() {
    return members.stream().map(Member::name).toList();
  }
}

package dev.zonec.grammar.tree;

import java.util.List;

/**
 * The parties at one end: {@code a}, {@code {a, b}} or {@code {a, b except c}}.
 *
 * @param members the parties; at least one
 * @param except the exceptions; may be empty
 */
public record Parties(List<Member> members, List<Word> except) {
  /** Copies the lists. */
  public Parties {
    members = List.copyOf(members);
    except = List.copyOf(except);
  }

  /**
   * A member of a set of parties.
   *
   * @param name the name
   * @param other whether {@code other} precedes the name; it then means the zone in all other
   *     namespaces of the {@code foreach}
   * @param services the member's own services, as in {@code {a : http, b : dns}}
   */
  public record Member(Word name, boolean other, Services services) {
    /** Creates a member without {@code other}. */
    public Member(Word name, Services services) {
      this(name, false, services);
    }

    /** Returns the member as written, without services. */
    public String written() {
      return (other ? "other " : "") + name;
    }
  }

  /** Creates parties without services and exceptions. */
  public static Parties of(List<Word> names) {
    return new Parties(
        names.stream().map(name -> new Member(name, new Services.Anything())).toList(), List.of());
  }

  /** Returns the names of the members, without the exceptions. */
  public List<Word> names() {
    return members.stream().map(Member::name).toList();
  }
}

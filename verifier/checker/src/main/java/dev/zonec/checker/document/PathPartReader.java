package dev.zonec.checker.document;

import java.util.List;
import java.util.Optional;

/** Reads a part of the proof that there is no path. */
final class PathPartReader {
  private PathPartReader() {}

  static PathPart part(Field field) {
    field.object("waivers", "empty", "invariants");
    List<Boolean> waivers =
        field
            .optional("waivers")
            .map(list -> list.list().stream().map(Field::truth).toList())
            .orElse(List.of());
    Optional<Field> empty = field.optional("empty");
    Optional<Field> invariants = field.optional("invariants");
    if (empty.isPresent() == invariants.isPresent()) {
      throw field.problem("does not have exactly one of the fields empty and invariants");
    }
    if (empty.isPresent()) {
      empty.get().isTrue();
      return new PathPart(waivers, new PathPart.Proof.Empty());
    }
    List<Field> sets = field.required("invariants").list();
    if (sets.isEmpty()) {
      throw field.required("invariants").problem("is empty");
    }
    return new PathPart(
        waivers, new PathPart.Proof.Invariants(sets.stream().map(PathPartReader::set).toList()));
  }

  private static EndSet set(Field field) {
    field.object("in", "notIn");
    Optional<Field> in = field.optional("in");
    Optional<Field> notIn = field.optional("notIn");
    if (in.isPresent() == notIn.isPresent()) {
      throw field.problem("does not have exactly one of the fields in and notIn");
    }
    List<EndBox> boxes =
        in.or(() -> notIn).stream()
            .flatMap(list -> list.list().stream())
            .map(EndBoxReader::box)
            .toList();
    return in.isPresent() ? new EndSet.In(boxes) : new EndSet.NotIn(boxes);
  }
}

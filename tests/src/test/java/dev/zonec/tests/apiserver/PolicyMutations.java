package dev.zonec.tests.apiserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Creates policies that differ a little from given ones; about half of them are valid. A few differ
 * in characters and lines instead of fields, see {@link TextMutations}.
 */
final class PolicyMutations {
  /** A value in the tree, with its position. */
  private record Slot(Object holder, Object key, String field, Object value) {
    void set(Object other) {
      if (holder instanceof Map<?, ?>) {
        map(holder).put((String) key, other);
      } else {
        list(holder).set((Integer) key, other);
      }
    }

    void remove() {
      if (holder instanceof Map<?, ?>) {
        map(holder).remove(key);
      } else {
        list(holder).remove((int) (Integer) key);
      }
    }
  }

  private final ServedPolicy kind;
  private final Random random;

  private PolicyMutations(ServedPolicy kind, Random random) {
    this.kind = kind;
    this.random = random;
  }

  /** Returns a mutation of {@code seed}. */
  static PolicyText of(PolicyText seed, Random random) {
    PolicyMutations mutations = new PolicyMutations(seed.kind(), random);
    String text = seed.text();
    // Most mutants have one change, because two changes can hide each other's effect.
    for (int i = random.nextInt(10) < 7 ? 1 : 2; i > 0; i--) {
      text = random.nextInt(10) == 0 ? TextMutations.of(text, random) : mutations.once(text);
    }
    return seed.with(text);
  }

  private String once(String text) {
    Optional<PolicyTree> tree = PolicyTree.parse(text);
    if (tree.isEmpty()) {
      return TextMutations.of(text, random);
    }
    List<Slot> slots = new ArrayList<>();
    collect(tree.get().root(), "", slots);
    if (slots.isEmpty()) {
      return TextMutations.of(text, random);
    }
    Slot slot = slots.get(random.nextInt(slots.size()));
    switch (random.nextInt(20)) {
      case 0 -> slot.remove();
      case 1 -> slot.set(new PolicyTree.Written("null"));
      case 2, 3 -> twice(slot);
      case 4, 5, 6, 7, 8, 9 -> add(tree.get(), slots);
      default -> replace(slots);
    }
    return tree.get().text();
  }

  private void replace(List<Slot> slots) {
    List<Slot> known = slots.stream().filter(slot -> !values(slot.field()).isEmpty()).toList();
    if (!known.isEmpty()) {
      Slot slot = known.get(random.nextInt(known.size()));
      slot.set(value(slot.field()));
    }
  }

  /** Adds a missing field to a mapping, or an item to a list. */
  private void add(PolicyTree tree, List<Slot> slots) {
    List<Slot> holders = new ArrayList<>();
    holders.add(new Slot(List.of(), 0, "", tree.root()));
    slots.stream()
        .filter(
            slot ->
                slot.value() instanceof List<?>
                    ? !values(slot.field() + "[]").isEmpty()
                    : slot.value() instanceof Map<?, ?>
                        && !PolicyValues.fieldsOf(slot.field(), kind).isEmpty())
        .forEach(holders::add);
    Slot slot = holders.get(random.nextInt(holders.size()));
    if (slot.value() instanceof List<?>) {
      list(slot.value()).add(value(slot.field() + "[]"));
      return;
    }
    List<String> fields = PolicyValues.fieldsOf(slot.field(), kind);
    String field = fields.get(random.nextInt(fields.size()));
    map(slot.value()).put(field, value(field));
  }

  private void twice(Slot slot) {
    if (slot.holder() instanceof List<?>) {
      List<Object> list = list(slot.holder());
      int times = random.nextInt(8) == 0 ? 101 : 1;
      for (int i = 0; i < times; i++) {
        list.add(slot.value());
      }
    } else {
      replace(List.of(slot));
    }
  }

  private PolicyTree.Written value(String field) {
    List<String> values = values(field);
    if (values.isEmpty()) {
      return new PolicyTree.Written(random.nextBoolean() ? "[]" : "{}");
    }
    // Valid values come first in each list.
    int half = (values.size() + 1) / 2;
    int chosen = random.nextInt(3) > 0 ? random.nextInt(half) : random.nextInt(values.size());
    return new PolicyTree.Written(values.get(chosen));
  }

  private List<String> values(String field) {
    return PolicyValues.of(field, kind);
  }

  private static void collect(Object value, String field, List<Slot> slots) {
    if (value instanceof Map<?, ?>) {
      map(value)
          .forEach(
              (key, each) -> {
                boolean names = field.isEmpty() && (key.equals("kind") || key.equals("apiVersion"));
                if (!names) {
                  slots.add(new Slot(value, key, key, each));
                  collect(each, key, slots);
                }
              });
    } else if (value instanceof List<?>) {
      List<Object> list = list(value);
      for (int i = 0; i < list.size(); i++) {
        slots.add(new Slot(value, i, field + "[]", list.get(i)));
        collect(list.get(i), field + "[]", slots);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}

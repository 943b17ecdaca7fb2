package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies JSON patches (RFC 6902) to trees. A value from the patch keeps its own span. */
final class JsonPatch {
  /** The outcome of a patch. */
  sealed interface Outcome {
    /** Every operation was applied. */
    record Patched(Tree tree) implements Outcome {}

    /** An operation is invalid or does not fit the object. */
    record Unfit(Span span, String message) implements Outcome {}
  }

  /** Stops at an operation that does not fit. */
  private static final class DoesNotFit extends Exception {
    private static final long serialVersionUID = 1;

    DoesNotFit(String message) {
      super(message, null, false, false);
    }

    String message() {
      return String.valueOf(getMessage());
    }
  }

  /** An edit of the value at the end of a path. */
  private interface Edit {
    /** Returns the new value; empty to remove it. */
    Optional<Tree> edit(Optional<Tree> before) throws DoesNotFit;
  }

  private JsonPatch() {}

  /** Applies the operations of {@code patch} to {@code tree}. */
  static Outcome apply(Tree tree, List<Tree> patch) {
    Tree now = tree;
    for (Tree operation : patch) {
      try {
        now = operation(now, operation);
      } catch (DoesNotFit e) {
        return new Outcome.Unfit(operation.span(), e.message());
      }
    }
    return new Outcome.Patched(now);
  }

  private static Tree operation(Tree tree, Tree entry) throws DoesNotFit {
    if (!(entry instanceof Tree.Mapping operation)) {
      throw new DoesNotFit("an operation of a JSON patch must be a mapping");
    }
    String name = operation.text("op").orElse("");
    List<String> path = path(operation, "path");
    Optional<Tree> value = operation.value("value");
    return switch (name) {
      case "add" -> at(tree, path, insert(value(value)), true);
      case "replace" -> at(tree, path, replace(value(value)), false);
      case "remove" -> at(tree, path, JsonPatch::gone, false);
      case "move" -> {
        List<String> from = path(operation, "from");
        Tree moved = find(tree, from);
        yield at(at(tree, from, JsonPatch::gone, false), path, insert(moved), true);
      }
      case "copy" -> at(tree, path, insert(find(tree, path(operation, "from"))), true);
      case "test" -> {
        if (!Tree.same(find(tree, path), value(value))) {
          throw new DoesNotFit(
              "the object has a different value from the one that the patch tests for");
        }
        yield tree;
      }
      default -> throw new DoesNotFit("a JSON patch has no operation `" + name + "`");
    };
  }

  private static Edit insert(Tree value) {
    return before -> Optional.of(value);
  }

  /** Replaces a value. kustomize's library also accepts a missing field, unlike the standard. */
  private static Edit replace(Tree value) {
    return before -> Optional.of(value);
  }

  private static Optional<Tree> gone(Optional<Tree> before) throws DoesNotFit {
    existingAt(before);
    return Optional.empty();
  }

  private static Tree value(Optional<Tree> value) throws DoesNotFit {
    return value.orElseThrow(() -> new DoesNotFit("the operation has no `value`"));
  }

  private static List<String> path(Tree.Mapping operation, String field) throws DoesNotFit {
    String written =
        operation.value(field).orElse(operation) instanceof Tree.Leaf leaf ? leaf.asText() : "?";
    if (written.isEmpty()) {
      return List.of();
    }
    if (!written.startsWith("/")) {
      throw new DoesNotFit("the operation's `" + field + "` must begin with `/`");
    }
    List<String> path = new ArrayList<>();
    for (String step : written.substring(1).split("/", -1)) {
      path.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return path;
  }

  private static Tree find(Tree tree, List<String> path) throws DoesNotFit {
    Tree now = tree;
    for (String step : path) {
      now =
          switch (now) {
            case Tree.Leaf leaf -> throw new DoesNotFit("the object has no value at this path");
            case Tree.Mapping mapping -> existingAt(mapping.value(step));
            case Tree.Listing list -> list.items().get(index(step, list.items().size() - 1));
          };
    }
    return now;
  }

  private static Tree existingAt(Optional<Tree> value) throws DoesNotFit {
    return value.orElseThrow(() -> new DoesNotFit("the object has no value at this path"));
  }

  /**
   * Returns the tree with the value at {@code path} edited.
   *
   * @param insert whether an index of a list inserts a new item before the existing one
   */
  private static Tree at(Tree tree, List<String> path, Edit edit, boolean insert)
      throws DoesNotFit {
    if (path.isEmpty()) {
      return edit.edit(Optional.of(tree))
          .orElseThrow(() -> new DoesNotFit("the whole object cannot be removed"));
    }
    String step = path.getFirst();
    boolean last = path.size() == 1;
    List<String> rest = path.subList(1, path.size());
    return switch (tree) {
      case Tree.Leaf leaf -> throw new DoesNotFit("the object has no value at this path");
      case Tree.Mapping mapping -> {
        if (!last) {
          yield mapping.with(step, at(existingAt(mapping.value(step)), rest, edit, insert));
        }
        Optional<Tree> result = edit.edit(mapping.value(step));
        yield result.isPresent() ? mapping.with(step, result.get()) : mapping.without(step);
      }
      case Tree.Listing list -> inList(list, step, rest, edit, insert);
    };
  }

  private static Tree inList(
      Tree.Listing list, String step, List<String> rest, Edit edit, boolean insert)
      throws DoesNotFit {
    List<Tree> items = new ArrayList<>(list.items());
    if (!rest.isEmpty()) {
      int index = index(step, items.size() - 1);
      items.set(index, at(items.get(index), rest, edit, insert));
      return new Tree.Listing(items, list.span());
    }
    if (insert) {
      int index = step.equals("-") ? items.size() : index(step, items.size());
      items.add(index, existingAt(edit.edit(Optional.empty())));
      return new Tree.Listing(items, list.span());
    }
    int index = index(step, items.size() - 1);
    Optional<Tree> result = edit.edit(Optional.of(items.get(index)));
    if (result.isPresent()) {
      items.set(index, result.get());
    } else {
      items.remove(index);
    }
    return new Tree.Listing(items, list.span());
  }

  private static int index(String step, int most) throws DoesNotFit {
    int index = step.matches("[0-9]{1,6}") ? Integer.parseInt(step) : -1;
    if (index < 0 || index > most) {
      throw new DoesNotFit("the list has no item `" + step + "`");
    }
    return index;
  }
}

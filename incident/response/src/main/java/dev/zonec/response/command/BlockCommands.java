package dev.zonec.response.command;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PolicyTree;
import dev.zonec.response.change.RewrittenPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the commands that block addresses and ports, and those that undo the block. Rules are
 * patched, so that everything else of a policy stays as it is in the cluster.
 *
 * @param change the change
 * @param written returns the fields of a policy as its manifest has them, if it is in one
 */
public record BlockCommands(
    Change change, Function<Policy, Optional<Map<String, Object>>> written) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /**
   * Returns the commands that make the change. A patch fails if the rules are no longer those that
   * were read.
   *
   * @param file the file with the new objects
   */
  public List<String> apply(String file) {
    List<String> lines = new ArrayList<>();
    if (!change.added().isEmpty()) {
      lines.add(Shell.line("kubectl", "apply", "-f", file));
    }
    for (RewrittenPolicy each : change.rewritten()) {
      List<Object> operations = new ArrayList<>();
      for (Direction direction : each.directions()) {
        operations.add(
            OrderedMap.of(
                "op",
                "test",
                "path",
                path(direction),
                "value",
                withDefaults(before(each, direction))));
        operations.add(
            OrderedMap.of(
                "op", "replace", "path", path(direction), "value", after(each, direction)));
      }
      lines.add(Kubectl.patch(each.before(), JSON.writeValueAsString(operations)));
    }
    return lines;
  }

  /**
   * Returns the commands that undo the change, in the opposite order. A patch fails if the rules
   * are no longer those of the change.
   */
  public List<String> undo() {
    List<String> lines = new ArrayList<>();
    for (RewrittenPolicy each : change.rewritten()) {
      List<Object> operations = new ArrayList<>();
      for (Direction direction : each.directions()) {
        List<Object> after = after(each, direction);
        // A server leaves out an empty list.
        if (!after.isEmpty()) {
          operations.add(OrderedMap.of("op", "test", "path", path(direction), "value", after));
        }
        operations.add(
            OrderedMap.of("op", "add", "path", path(direction), "value", before(each, direction)));
      }
      lines.add(Kubectl.patch(each.before(), JSON.writeValueAsString(operations)));
    }
    for (NewObject each : change.deleted()) {
      lines.add(Kubectl.delete(each));
    }
    return lines;
  }

  /** Returns the rewritten policies in full, with the metadata that their manifests have. */
  public List<NewObject> rewritten() {
    return change.rewritten().stream()
        .map(each -> written.apply(each.before()).map(each::object).orElseGet(each::object))
        .toList();
  }

  /** Returns rules with the protocol that a server adds to ports without one. */
  private static Object withDefaults(Object rules) {
    return switch (rules) {
      case List<?> list -> list.stream().map(BlockCommands::withDefaults).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, value) ->
                copy.put(
                    String.valueOf(key),
                    key.equals("ports") && value instanceof List<?> ports
                        ? ports.stream().map(BlockCommands::withProtocol).toList()
                        : withDefaults(value)));
        yield copy;
      }
      default -> rules;
    };
  }

  private static Object withProtocol(Object port) {
    if (!(port instanceof Map<?, ?> map)) {
      return port;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    copy.putIfAbsent("protocol", "TCP");
    return copy;
  }

  private static String path(Direction direction) {
    return "/spec/" + PolicyTree.field(direction);
  }

  private static List<Object> after(RewrittenPolicy policy, Direction direction) {
    return PolicyTree.rules(policy.after().rules(direction), direction);
  }

  private Object before(RewrittenPolicy policy, Direction direction) {
    return written
        .apply(policy.before())
        .flatMap(tree -> Optional.ofNullable(tree.get("spec")))
        .filter(Map.class::isInstance)
        .map(spec -> ((Map<?, ?>) spec).get(PolicyTree.field(direction)))
        .<Object>map(rules -> rules)
        .orElseGet(() -> PolicyTree.rules(policy.before().rules(direction), direction));
  }
}

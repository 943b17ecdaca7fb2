package dev.zonec.response.report;

import dev.zonec.response.block.Block;
import dev.zonec.response.block.Blocked;
import dev.zonec.response.block.Blocking;
import dev.zonec.response.change.Change;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.command.BlockCommands;
import dev.zonec.response.edge.EdgeRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a change that blocks addresses and ports as maps and lists, ready for JSON. */
public final class BlockData {
  private BlockData() {}

  /**
   * Returns the parts of the document.
   *
   * @param file the file that the commands apply
   * @param assumptions what the proof rests on
   * @param notes what the change does not prevent
   */
  public static Map<String, Object> of(
      Blocking blocking,
      Block.Attempt attempt,
      BlockUse use,
      BlockCommands commands,
      List<EdgeRules> edge,
      String file,
      List<String> assumptions,
      List<String> notes) {
    Change change = attempt.change();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("addresses", blocking.blocked().blocks().stream().map(Blocked::text).toList());
    out.put("ports", blocking.blocked().ports().stream().map(Object::toString).toList());
    out.put("proved", attempt.holds());
    out.put("assuming", assumptions);
    out.put("policies", change.added().stream().map(NewObject::tree).toList());
    out.put("rewritten", commands.rewritten().stream().map(NewObject::tree).toList());
    out.put("apply", commands.apply(file));
    out.put("undo", commands.undo());
    Map<String, Object> today = new LinkedHashMap<>();
    today.put("flows", use.flows());
    today.put("rules", use.rules());
    today.put("services", use.services());
    out.put("usedToday", today);
    out.put("edge", edge.stream().map(BlockData::edge).toList());
    out.put("stillPossible", notes);
    return out;
  }

  private static Map<String, Object> edge(EdgeRules rules) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", rules.kind().toString());
    out.put("rules", rules.rules());
    out.put("undo", rules.undo());
    out.put("notes", rules.notes());
    return out;
  }
}

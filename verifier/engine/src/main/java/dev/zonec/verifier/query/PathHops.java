package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;

/** The hops of paths between the ends of an answer. The semantics evaluates each of them. */
record PathHops(AnswerEnds ends, OpenPortLookup openings, HopReplay replay) {
  /** Returns the path through {@code path}, on the ports of the question in its last hop. */
  Answer.Path path(List<Integer> path) {
    List<Answer.Hop> hops = new ArrayList<>();
    for (int i = 0; i + 1 < path.size(); i++) {
      boolean last = i + 2 == path.size();
      hops.add(last ? asked(path.get(i), path.get(i + 1)) : all(path.get(i), path.get(i + 1)));
    }
    return new Answer.Path(hops);
  }

  /** Returns the hop from one end to another, on every open port. */
  Answer.Hop all(int from, int to) {
    return hop(ends.get(from), ends.get(to), openings.all(from, to));
  }

  /** Returns the hop from one end to another, on the ports that the question asks for. */
  Answer.Hop asked(int from, int to) {
    return hop(ends.get(from), ends.get(to), openings.asked(from, to));
  }

  private Answer.Hop hop(AnswerEnd from, AnswerEnd to, OpenPorts ports) {
    Transport transport = ports.first();
    return new Answer.Hop(
        from, to, ports, transport, replay.decide(from.endpoint(), to.endpoint(), transport));
  }

  /**
   * Whether a path can pass through {@code end}: a pod, unless it is only in externals that do not
   * relay; an address, only if it is in an external that relays ({@code spec/language.md},
   * "Paths").
   */
  static boolean relays(AnswerEnd end, ZoneProgram program) {
    boolean zoned = program.zones().stream().anyMatch(zone -> zone.contains(end.endpoint()));
    List<Party.Outside> owners =
        program.externals().stream().filter(e -> e.contains(end.endpoint())).toList();
    boolean relaying = owners.stream().anyMatch(Party.Outside::relay);
    return zoned || relaying || (end.endpoint() instanceof Endpoint.Pod && owners.isEmpty());
  }
}

package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.HiddenClients;
import dev.zonec.verifier.query.HiddenClients.Hidden;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.World;
import java.util.List;
import java.util.stream.Collectors;

/** Says which claims about callers outside a Service keeps from what they seem to say. */
public final class HiddenClientText {
  private HiddenClientText() {}

  /** A warning for each such claim. */
  public static List<Diagnostic> of(World world, ZoneProgram program, Reading may) {
    return HiddenClients.of(world, program, may).stream().map(HiddenClientText::warning).toList();
  }

  private static Diagnostic warning(Hidden hidden) {
    String to = hidden.claim().to().stream().map(Party::name).collect(Collectors.joining(", "));
    String set = hidden.claim().to().size() == 1 ? to : "{" + to + "}";
    return Diagnostic.warning(
            Code.ZC0535,
            hidden.claim().origin(),
            "callers outside may come as a node through Service `"
                + hidden.service()
                + "`, which hides their address")
        .labelled("proved of the callers' own addresses")
        .note(
            "the Service is at "
                + hidden.service().site().fileAndLine()
                + ", without `externalTrafficPolicy: Local`")
        .note("no policy surely lets nodes in on " + hidden.port())
        .help(
            "set `externalTrafficPolicy: Local` there, or let nodes in: `allow nodes -> "
                + set
                + " : "
                + hidden.port()
                + "`");
  }
}

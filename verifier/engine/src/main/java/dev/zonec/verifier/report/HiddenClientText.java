package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.query.HiddenClients;
import dev.zonec.verifier.query.HiddenClients.Hidden;
import dev.zonec.verifier.query.OutsideDoor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says which claims about callers outside a Service or entrance keeps from what they seem to say.
 */
public final class HiddenClientText {
  private HiddenClientText() {}

  /** A warning for each such claim. */
  public static List<Diagnostic> of(World world, ZoneProgram program, Reading may) {
    return HiddenClients.of(world, program, may).stream().map(HiddenClientText::warning).toList();
  }

  private static Diagnostic warning(Hidden hidden) {
    return switch (hidden) {
      case Hidden.Blocked(Span claim, List<Party> to, OutsideDoor door) ->
          switch (door.way()) {
            case OutsideDoor.Way.ByNode(ServiceEntry service) ->
                asNode(claim, set(to), service, door.port());
            case OutsideDoor.Way.ByController(Entrance entrance) ->
                asController(claim, set(to), entrance, door.port());
          };
      case Hidden.Beyond(var claim, OutsideDoor door, List<Flow> onward) ->
          let(
              door,
              onward,
              Diagnostic.warning(Code.ZC0542, claim.span(), says(claim.name(), door))
                  .labelled("proved for the addresses of the callers only")
                  .also(span(door), "callers outside come in here"));
      case Hidden.Undeclared(Party.Zone zone, OutsideDoor door) ->
          let(door, List.of(), Diagnostic.warning(Code.ZC0544, span(door), undeclared(zone, door)))
              .help(
                  "if they are meant to come, declare them: `allow internet -> "
                      + zone.name()
                      + " : "
                      + door.port()
                      + "`");
    };
  }

  private static Diagnostic asNode(
      Span claim, String to, ServiceEntry service, Transport.Ported port) {
    return Diagnostic.warning(
            Code.ZC0535,
            claim,
            "calls through Service `"
                + service
                + "` may be blocked: it replaces the caller's address with the address of a node")
        .labelled("proved for the addresses of the callers only")
        .also(service.clientsSpan(), "without `externalTrafficPolicy: Local`")
        .note("the policies may block connections from nodes on " + port)
        .help(
            "set `externalTrafficPolicy: Local` on the Service, or allow the nodes: `allow nodes ->"
                + " "
                + to
                + " : "
                + port
                + "`");
  }

  private static Diagnostic asController(
      Span claim, String to, Entrance entrance, Transport.Ported port) {
    return Diagnostic.warning(
            Code.ZC0543,
            claim,
            "callers outside come as pods of a controller through "
                + entrance.kind()
                + " `"
                + entrance.namespace()
                + "/"
                + entrance.name()
                + "`")
        .labelled("proved for the addresses of the callers only")
        .also(entrance.span(), "the " + entrance.kind())
        .note("no flow allows pods of another namespace on " + port)
        .help(
            "declare the controller's pods, such as `external ingress { namespace ingress-nginx "
                + " pods app.kubernetes.io/name=ingress-nginx }`, and allow them: `allow ingress"
                + " -> "
                + to
                + " : "
                + port
                + "`");
  }

  private static String says(String claim, OutsideDoor door) {
    return "`" + claim + "` is not about callers that come through Service `" + service(door) + "`";
  }

  private static Diagnostic leadingOn(List<Flow> onward, Diagnostic warning) {
    return onward.isEmpty()
        ? warning
        : warning.note(
            "from there flows lead on: "
                + onward.stream()
                    .map(flow -> "`" + flow.from().name() + " -> " + flow.to().name() + "`")
                    .collect(Collectors.joining(", ")));
  }

  private static String undeclared(Party.Zone zone, OutsideDoor door) {
    return "Service `"
        + service(door)
        + "` lets callers outside in to `"
        + zone.name()
        + "`, and no flow declares them";
  }

  private static Diagnostic let(OutsideDoor door, List<Flow> onward, Diagnostic warning) {
    Diagnostic noted =
        warning.note(
            "they come as a node on " + door.port() + ", and no policy keeps a pod's own node out");
    return leadingOn(onward, noted)
        .help(
            "set `externalTrafficPolicy: Local` on the Service, so that policies see the callers;"
                + " or make it a ClusterIP Service without `externalIPs`");
  }

  private static Span span(OutsideDoor door) {
    return switch (door.way()) {
      case OutsideDoor.Way.ByNode(ServiceEntry service) -> service.clientsSpan();
      case OutsideDoor.Way.ByController(Entrance entrance) -> entrance.span();
    };
  }

  private static String service(OutsideDoor door) {
    return switch (door.way()) {
      case OutsideDoor.Way.ByNode(ServiceEntry service) -> service.toString();
      case OutsideDoor.Way.ByController(Entrance entrance) -> entrance.toString();
    };
  }

  private static String set(List<Party> to) {
    String names = to.stream().map(Party::name).collect(Collectors.joining(", "));
    return to.size() == 1 ? names : "{" + names + "}";
  }
}

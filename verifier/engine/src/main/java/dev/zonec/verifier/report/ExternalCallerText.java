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
import dev.zonec.verifier.query.CallerDiscrepancy;
import dev.zonec.verifier.query.ExternalAccess;
import dev.zonec.verifier.query.ExternalCallerCheck;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Warns about statements of the program that do not hold for callers outside the cluster, because
 * the callers come through a Service or entrance.
 */
public final class ExternalCallerText {
  private ExternalCallerText() {}

  /** Returns a warning for each statement, and for each Service that lets undeclared callers in. */
  public static List<Diagnostic> of(World world, ZoneProgram program, Reading may) {
    return ExternalCallerCheck.of(world, program, may).stream()
        .map(ExternalCallerText::warning)
        .toList();
  }

  private static Diagnostic warning(CallerDiscrepancy discrepancy) {
    return switch (discrepancy) {
      case CallerDiscrepancy.Blocked(Span claim, List<Party> to, ExternalAccess access) ->
          switch (access.seenAs()) {
            case ExternalAccess.SeenAs.Node(ServiceEntry service) ->
                asNode(claim, names(to), service, access.port());
            case ExternalAccess.SeenAs.ControllerPod(Entrance entrance) ->
                asController(claim, names(to), entrance, access.port());
          };
      case CallerDiscrepancy.Admitted(var claim, ExternalAccess access, List<Flow> onward) ->
          withAdvice(
              access,
              onward,
              Diagnostic.warning(Code.ZC0542, claim.span(), notAbout(claim.name(), access))
                  .labelled("proved for the addresses of the callers only")
                  .also(span(access), "callers outside come in here"));
      case CallerDiscrepancy.Undeclared(Party.Zone zone, ExternalAccess access) ->
          withAdvice(
                  access,
                  List.of(),
                  Diagnostic.warning(Code.ZC0544, span(access), undeclared(zone, access)))
              .help(
                  "if they are meant to come, declare them: `allow internet -> "
                      + zone.name()
                      + " : "
                      + access.port()
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

  private static String notAbout(String claim, ExternalAccess access) {
    return "`"
        + claim
        + "` is not about callers that come through Service `"
        + service(access)
        + "`";
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

  private static String undeclared(Party.Zone zone, ExternalAccess access) {
    return "Service `"
        + service(access)
        + "` lets callers outside in to `"
        + zone.name()
        + "`, and no flow declares them";
  }

  private static Diagnostic withAdvice(
      ExternalAccess access, List<Flow> onward, Diagnostic warning) {
    Diagnostic noted =
        warning.note(
            "they come as a node on "
                + access.port()
                + ", and no policy keeps a pod's own node out");
    return leadingOn(onward, noted)
        .help(
            "set `externalTrafficPolicy: Local` on the Service, so that policies see the callers;"
                + " or make it a ClusterIP Service without `externalIPs`");
  }

  private static Span span(ExternalAccess access) {
    return switch (access.seenAs()) {
      case ExternalAccess.SeenAs.Node(ServiceEntry service) -> service.clientsSpan();
      case ExternalAccess.SeenAs.ControllerPod(Entrance entrance) -> entrance.span();
    };
  }

  private static String service(ExternalAccess access) {
    return switch (access.seenAs()) {
      case ExternalAccess.SeenAs.Node(ServiceEntry service) -> service.toString();
      case ExternalAccess.SeenAs.ControllerPod(Entrance entrance) -> entrance.toString();
    };
  }

  private static String names(List<Party> to) {
    String names = to.stream().map(Party::name).collect(Collectors.joining(", "));
    return to.size() == 1 ? names : "{" + names + "}";
  }
}

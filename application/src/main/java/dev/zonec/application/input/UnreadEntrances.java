package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.manifest.KindNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reports objects that let callers from outside in, of kinds whose destinations zonec does not
 * read.
 */
public final class UnreadEntrances {
  /** The maximum number of objects of a kind that are named. */
  private static final int MOST_NAMED = 3;

  /** The kind of result that the diagnostics are about. */
  public enum Result {
    /** An answer about {@code ingress}, which lacks the connections through these entrances. */
    CALLERS,
    /** The table of all connections, which contains the connections of the controller's pods. */
    TABLE,
    /** Verdicts, which are about the sources that policies see. */
    PROOF
  }

  private UnreadEntrances() {}

  /** Returns the objects whose kinds the user does not accept. */
  static List<ForeignObject> of(List<ForeignObject> admitting, IgnoredKinds ignored) {
    return admitting.stream().filter(each -> !ignored.contains(each)).toList();
  }

  /**
   * Returns a diagnostic for each kind among {@code entrances}.
   *
   * @param result the kind of result that the diagnostics are about
   */
  public static List<Diagnostic> report(List<ForeignObject> entrances, Result result) {
    Map<String, List<ForeignObject>> kinds =
        entrances.stream()
            .collect(
                Collectors.groupingBy(
                    each -> KindNames.of(each.apiVersion(), each.kind()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return kinds.entrySet().stream()
        .map(kind -> report(kind.getKey(), kind.getValue(), result))
        .toList();
  }

  private static Diagnostic report(String kind, List<ForeignObject> objects, Result result) {
    ForeignObject first = objects.getFirst();
    List<String> names = objects.stream().map(ForeignObject::toString).distinct().toList();
    boolean one = names.size() == 1;
    String message =
        (one
                ? first + " lets callers in from outside, and zonec does not read which pods it"
                : names.size()
                    + " objects of kind "
                    + first.kind()
                    + " let callers in from outside, and zonec does not read which pods they")
            + (one ? " leads to" : " lead to");
    String accept = ", or accept this with `--ignore " + kind + "`";
    String note = "the pods of a controller open the connections";
    return switch (result) {
      case CALLERS ->
          named(Diagnostic.error(Code.ZC0760, first.span(), message), names)
              .note(note)
              .help("ask about these pods, as in `ingress-nginx/controller -> shop/web`" + accept);
      case TABLE ->
          named(Diagnostic.warning(Code.ZC0760, first.span(), message), names)
              .note(note + ": their connections are listed if the manifests contain these pods")
              .help("pass the manifests of the controller as well" + accept);
      case PROOF ->
          named(Diagnostic.warning(Code.ZC0760, first.span(), message), names)
              .note(note + ", and no flow lets them in")
              .help(
                  "declare these pods, as in `external gateway { namespace istio-system  pods"
                      + " istio=ingressgateway }`, and allow them"
                      + accept);
    };
  }

  private static Diagnostic named(Diagnostic problem, List<String> names) {
    return names.size() == 1
        ? problem
        : problem.note("the objects are " + ShortList.of(names, MOST_NAMED));
  }
}

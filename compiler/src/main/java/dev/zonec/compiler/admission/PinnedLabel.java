package dev.zonec.compiler.admission;

import dev.zonec.compiler.admission.AdmissionPolicy.Validation;
import dev.zonec.model.program.LabelSetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy of a label that only some identities may set, change or remove: on pods and
 * namespaces, and in the templates from which controllers make pods.
 *
 * <p>Controllers of the cluster may create pods with the label. They follow templates, and whoever
 * writes a template must have the right to set the label. A ControllerRevision contains a template
 * that the policy cannot read, so only controllers and setters create these.
 */
final class PinnedLabel {
  /** The group whose members have every right. */
  private static final String ADMINISTRATORS = "system:masters";

  /** The controllers that make pods, or objects with templates, from other objects. */
  private static final List<String> CONTROLLERS =
      List.of(
          "cronjob-controller",
          "daemon-set-controller",
          "deployment-controller",
          "job-controller",
          "replicaset-controller",
          "replication-controller",
          "statefulset-controller");

  private PinnedLabel() {}

  static AdmissionPolicy of(String module, String key, List<LabelSetter> setters) {
    Map<String, String> variables = new LinkedHashMap<>(WatchedObjects.labelsWithTemplates());
    variables.put("setter", maySet(setters));
    String message =
        "label " + key + " may be set only by " + text(setters) + " (module " + module + ")";
    return AdmissionPolicy.of(
        AdmissionPolicy.name(module, "label", key),
        new AdmissionPolicy.Enforces.Label(key),
        WatchedObjects.withTemplates(),
        variables,
        List.of(
            new Validation(
                "variables.setter || " + Cel.same("variables.before", "variables.after", key),
                message),
            new Validation(
                "variables.setter || request.resource.resource != \"controllerrevisions\"",
                "a ControllerRevision may set label "
                    + key
                    + "; only controllers and "
                    + text(setters)
                    + " create one (module "
                    + module
                    + ")")));
  }

  private static String maySet(List<LabelSetter> setters) {
    TreeSet<String> users = new TreeSet<>();
    users.add("system:kube-controller-manager");
    CONTROLLERS.forEach(name -> users.add(account("kube-system", name)));
    TreeSet<String> groups = new TreeSet<>(List.of(ADMINISTRATORS));
    TreeSet<String> namespaces = new TreeSet<>();
    for (LabelSetter setter : setters) {
      switch (setter) {
        case LabelSetter.ServiceAccount(String namespace, String name) ->
            users.add(account(namespace, name));
        case LabelSetter.User(String name) -> users.add(name);
        case LabelSetter.Group(String name) -> groups.add(name);
        case LabelSetter.InNamespace(String namespace) -> namespaces.add(namespace);
      }
    }
    List<String> parts = new ArrayList<>();
    parts.add("request.userInfo.username in " + Cel.list(users));
    parts.add(
        "(has(request.userInfo.groups) && request.userInfo.groups.exists(g, g in "
            + Cel.list(groups)
            + "))");
    if (!namespaces.isEmpty()) {
      parts.add(
          "(request.resource.resource != \"namespaces\" && request.namespace in "
              + Cel.list(namespaces)
              + ")");
    }
    return String.join(" || ", parts);
  }

  private static String account(String namespace, String name) {
    return "system:serviceaccount:" + namespace + ":" + name;
  }

  private static String text(List<LabelSetter> setters) {
    return Stream.concat(
            setters.stream().map(PinnedLabel::text), Stream.of("group " + ADMINISTRATORS))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String text(LabelSetter setter) {
    return switch (setter) {
      case LabelSetter.ServiceAccount(String namespace, String name) ->
          "service account " + namespace + "/" + name;
      case LabelSetter.User(String name) -> "user " + name;
      case LabelSetter.Group(String name) -> "group " + name;
      case LabelSetter.InNamespace(String namespace) -> "whoever deploys in namespace " + namespace;
    };
  }
}

package dev.zonec.response.report;

import dev.zonec.diagnostics.Counted;
import dev.zonec.kubernetes.inspection.ContainerFacts;
import dev.zonec.kubernetes.inspection.EventFact;
import dev.zonec.kubernetes.inspection.PodFacts;
import dev.zonec.response.inspection.Inspection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes what is known about pods as lines of text.
 *
 * @param now the time that ages are relative to; empty for no ages
 * @param mostEvents the greatest number of events of a pod
 */
public record InspectionText(Optional<Instant> now, int mostEvents) {
  /** Returns the lines. */
  public List<String> lines(Inspection inspection) {
    List<String> lines = new ArrayList<>();
    for (Inspection.OfWorkload workload : inspection.workloads()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(workload.label());
      ports(workload, inspection.compared(), lines);
      for (Inspection.SelectingPolicy policy : workload.policies()) {
        lines.add("  selected by " + policy.name() + "   " + policy.place());
      }
      if (workload.policies().isEmpty()) {
        lines.add("  selected by no policy");
      }
      workload.pods().forEach(pod -> pod(pod, lines));
    }
    inspection.absent().forEach((what, why) -> lines.add("not read: " + what + ": " + why));
    return lines;
  }

  private static void ports(Inspection.OfWorkload workload, boolean compared, List<String> lines) {
    workload
        .ports()
        .flows()
        .forEach(
            (port, flows) ->
                lines.add(
                    "  port "
                        + port
                        + (!compared
                            ? ""
                            : flows.isEmpty()
                                ? ": no declared flow uses it"
                                : ": " + String.join(", ", flows))));
    workload
        .ports()
        .unserved()
        .forEach(flow -> lines.add("  no container declares a port for " + flow));
  }

  private void pod(PodFacts pod, List<String> lines) {
    lines.add("");
    StringBuilder head = new StringBuilder();
    head.append(pod.running() ? "  pod " : "  template of ")
        .append(pod.namespace())
        .append('/')
        .append(pod.name());
    add(", ", pod.phase(), head);
    add(", on node ", pod.node(), head);
    if (!pod.owners().isEmpty()) {
      head.append(", of ").append(String.join(" of ", pod.owners()));
    }
    lines.add(head.toString());
    if (!pod.started().isEmpty()) {
      lines.add("    started " + pod.started() + age(pod.started()));
    }
    lines.add(
        "    service account "
            + pod.serviceAccount()
            + pod.token().map(token -> token ? ", with its token" : ", no token").orElse(""));
    names("Secrets", pod.uses().secrets(), lines);
    names("ConfigMaps", pod.uses().configMaps(), lines);
    names("claims", pod.uses().claims(), lines);
    names("shares with the node:", pod.shares(), lines);
    pod.containers().forEach(each -> container(each, lines));
    pod.events().stream().limit(mostEvents).forEach(each -> lines.add("    " + event(each)));
    if (pod.events().size() > mostEvents) {
      lines.add(
          "    and " + (pod.events().size() - mostEvents) + " older events; --all lists them");
    }
  }

  private static void container(ContainerFacts each, List<String> lines) {
    StringBuilder head = new StringBuilder("    container " + each.name());
    add(", ", each.state(), head);
    if (each.restarts() > 0) {
      head.append(", ").append(Counted.of(each.restarts(), "restart"));
    }
    add(", last terminated: ", each.lastTermination(), head);
    lines.add(head.toString());
    lines.add("      image " + each.image());
    if (!each.imageId().isEmpty()) {
      lines.add("      runs " + each.imageId());
    }
    names("  rights:", each.rights(), lines);
    TreeSet<String> resources = new TreeSet<>(each.requests().keySet());
    resources.addAll(each.limits().keySet());
    each.usage().map(Map::keySet).ifPresent(resources::addAll);
    for (String resource : resources) {
      lines.add(
          "      "
              + resource
              + ": requests "
              + each.requests().getOrDefault(resource, "nothing")
              + ", limit "
              + each.limits().getOrDefault(resource, "none")
              + each.usage().map(used -> ", uses " + used.getOrDefault(resource, "?")).orElse(""));
    }
  }

  private String event(EventFact event) {
    return event.time()
        + age(event.time())
        + " "
        + event.type()
        + " "
        + event.reason()
        + (event.count() > 1 ? " (" + event.count() + " times)" : "")
        + ": "
        + event.message();
  }

  private String age(String time) {
    if (now.isEmpty()) {
      return "";
    }
    try {
      Duration age = Duration.between(Instant.parse(time), now.get());
      return age.isNegative() ? "" : ", " + words(age) + " ago";
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String words(Duration age) {
    if (age.toDays() > 1) {
      return age.toDays() + " days";
    }
    if (age.toHours() > 1) {
      return age.toHours() + " hours";
    }
    return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : age.toSeconds() + " seconds";
  }

  private static void add(String before, String text, StringBuilder out) {
    if (!text.isEmpty()) {
      out.append(before).append(text);
    }
  }

  private static void names(String title, Collection<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add("    " + title + " " + String.join(", ", names));
    }
  }
}

package dev.zonec.access.report;

import dev.zonec.access.escalation.Carrier;
import dev.zonec.access.escalation.EscalationStep;
import dev.zonec.access.escalation.PowerHeld;
import dev.zonec.access.escalation.Source;
import dev.zonec.access.power.Scope;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.kubernetes.access.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the answer about access as maps and lists, for JSON. */
public final class AccessData {
  private AccessData() {}

  /** Returns the data of {@code answer}. */
  public static Map<String, Object> of(AccessAnswer answer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("subjects", answer.subjects().stream().map(AccessData::subject).toList());
    data.put("examined", answer.examined());
    answer.assertions().ifPresent(names -> data.put("assertions", names));
    data.put("withoutPodSecurity", List.copyOf(answer.withoutPodSecurity()));
    return data;
  }

  private static Map<String, Object> subject(SubjectAnswer answer) {
    Map<String, Object> data = new LinkedHashMap<>(name(answer.subject()));
    data.put("builtin", answer.builtin());
    answer.group().ifPresent(group -> data.put("through", name(group)));
    data.put("workloads", answer.carriers().stream().map(AccessData::carrier).toList());
    data.put("powers", answer.powers().powers().stream().map(AccessData::power).toList());
    data.put("assertions", answer.assertions());
    return data;
  }

  private static Map<String, Object> name(Subject subject) {
    Map<String, Object> data = new LinkedHashMap<>();
    switch (subject) {
      case Subject.User(String name) -> {
        data.put("kind", "User");
        data.put("name", name);
      }
      case Subject.Group(String name) -> {
        data.put("kind", "Group");
        data.put("name", name);
      }
      case Subject.ServiceAccount(String namespace, String name) -> {
        data.put("kind", "ServiceAccount");
        data.put("namespace", namespace);
        data.put("name", name);
      }
    }
    return data;
  }

  private static Map<String, Object> carrier(Carrier carrier) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("workload", carrier.workload());
    data.put("token", carrier.token());
    return data;
  }

  private static Map<String, Object> power(PowerHeld held) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("power", held.power().id());
    switch (held.scope()) {
      case Scope.Cluster() -> data.put("scope", "cluster");
      case Scope.EveryNamespace() -> data.put("scope", "every-namespace");
      case Scope.Within(String namespace) -> {
        data.put("scope", "namespace");
        data.put("namespace", namespace);
      }
    }
    data.put("steps", held.steps().stream().map(AccessData::step).toList());
    data.put("by", source(held.source()));
    return data;
  }

  private static Map<String, Object> step(EscalationStep step) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("step", step.move().id());
    data.put("certain", step.move().certain());
    data.put("target", step.target());
    data.put("by", source(step.by()));
    return data;
  }

  private static Map<String, Object> source(Source source) {
    Map<String, Object> data = new LinkedHashMap<>();
    switch (source) {
      case Source.ByRule(var binding, var rule) -> {
        data.put("binding", binding.toString());
        data.put("role", binding.role().toString());
        data.put("place", DiagnosticData.place(binding.span()));
        data.put("rule", DiagnosticData.place(rule.span()));
      }
      case Source.ByMasters() -> data.put("group", Subject.MASTERS.name());
    }
    return data;
  }
}

package dev.zonec.cli;

import dev.zonec.application.risk.FailOnRisk;
import dev.zonec.application.risk.ReadReports;
import dev.zonec.application.risk.RiskAnswer;
import dev.zonec.application.risk.RiskWords;
import dev.zonec.application.risk.RowDetail;
import dev.zonec.diagnostics.DiagnosticData;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.diagnostics.Span;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.join.RunningImage;
import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.Ranking;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.query.ClosableRule;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ranked reports as maps and lists. {@code spec/schema/risk-1.schema.json} describes them. */
final class RiskData {
  private final RiskAnswer answer;

  private RiskData(RiskAnswer answer) {
    this.answer = answer;
  }

  /** Returns the parts of the document. */
  static Map<String, Object> of(RiskAnswer answer) {
    return new RiskData(answer).parts();
  }

  private Map<String, Object> parts() {
    Map<String, Object> data = new LinkedHashMap<>();
    answer.failOn().ifPresent(limit -> data.put("failOn", limit.toString()));
    data.put("reports", answer.reports().files().stream().map(RiskData::file).toList());
    data.put("rows", answer.ranking().rows().stream().map(this::row).toList());
    data.put("unjoined", answer.joining().unjoined().stream().map(this::unjoined).toList());
    data.put("unscanned", answer.joining().unscanned().stream().map(RiskData::image).toList());
    if (answer.failOn().isPresent()) {
      data.put("undecided", answer.undecided().stream().map(RiskData::image).toList());
    }
    data.put("excluded", answer.ranking().excluded().stream().map(RiskData::excluded).toList());
    return data;
  }

  private static Map<String, Object> file(ReadReports.FileSummary file) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", file.name());
    data.put("format", file.format());
    data.put("content", file.content());
    data.put("count", file.count());
    return data;
  }

  private static Map<String, Object> image(RunningImage image) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("workload", image.workload().label());
    data.put("namespace", image.workload().namespace());
    data.put("image", image.image().image());
    data.put("containers", image.containers());
    put(data, "digests", List.copyOf(image.digests()));
    data.put("place", place(image.image().span()));
    return data;
  }

  private Map<String, Object> row(RiskRow row) {
    RowDetail detail = answer.details().of(row);
    Map<String, Object> data = image(row.image());
    data.put("joinedBy", row.way().name().toLowerCase(Locale.ROOT));
    data.put("urgency", row.urgency().word());
    data.put("today", row.urgency().today());
    data.put("why", RiskWords.why(row));
    data.put("reach", row.facts().reach().word());
    if (answer.failOn().isPresent()) {
      data.put("judgement", judgement(answer.judgement(row)));
    }
    detail.path().ifPresent(path -> data.put("path", path(path)));
    detail.close().ifPresent(result -> data.put("close", close(result)));
    data.put("reachedBy", OrderedMap.of("workloads", detail.reachedBy(), "from", detail.from()));
    Map<String, Object> onward = new LinkedHashMap<>();
    onward.put("workloads", row.facts().onward());
    onward.put(
        "sensitive",
        detail.reaches().stream()
            .filter(each -> !each.sensitive().isEmpty())
            .map(each -> OrderedMap.of("workload", each.label(), "reasons", each.sensitive()))
            .toList());
    data.put("reaches", onward);
    data.put(
        "vulnerabilities", row.vulnerabilities().stream().map(RiskData::vulnerability).toList());
    return data;
  }

  private static String judgement(FailOnRisk.Judgement judgement) {
    return judgement.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> vulnerability(RankedVulnerability ranked) {
    Map<String, Object> data = vulnerability(ranked.vulnerability());
    data.put("exploited", ranked.exploited());
    ranked.catalogued().ifPresent(entry -> put(data, "due", entry.due()));
    ranked.catalogued().ifPresent(entry -> data.put("ransomware", entry.ransomware()));
    ranked.likelihood().ifPresent(value -> data.put("epss", value));
    data.put("urgency", ranked.urgency().word());
    return data;
  }

  private static Map<String, Object> vulnerability(Vulnerability found) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", found.id());
    put(data, "aliases", List.copyOf(found.aliases()));
    data.put("package", found.affected().name());
    put(data, "purl", found.affected().purl());
    put(data, "installed", found.affected().installed());
    put(data, "fixed", found.affected().fixed());
    data.put("severity", found.severity().word());
    put(data, "status", found.status());
    found.score().ifPresent(score -> data.put("score", score));
    put(data, "url", found.url());
    data.put("place", OrderedMap.of("file", found.place().file(), "line", found.place().line()));
    return data;
  }

  private Map<String, Object> path(InternetPath path) {
    Map<String, Object> data = new LinkedHashMap<>();
    switch (path.way()) {
      case InternetPath.Way.ThroughService(var service, var seenAs) ->
          data.put("through", "Service " + service);
      case InternetPath.Way.ThroughEntrance(var entrance) ->
          data.put("through", entrance.toString());
      case InternetPath.Way.Direct direct -> {}
    }
    data.put("hops", path.hops().stream().map(this::hop).toList());
    return data;
  }

  private Map<String, Object> hop(InternetPath.Hop hop) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", hop.from().label());
    data.put("to", hop.to().label());
    data.put("ports", hop.ports().toString());
    data.put("rules", ClosableRule.of(hop).stream().map(this::rule).toList());
    return data;
  }

  private Map<String, Object> rule(ClosableRule rule) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("policy", rule.policy().toString());
    data.put("direction", rule.direction().word());
    data.put("place", place(rule.span()));
    List<PolicyOrigin.Statement> statements = RiskWords.statements(rule, answer.origins());
    put(
        data,
        "statements",
        statements.stream()
            .map(each -> OrderedMap.of("text", each.written(), "place", place(each.span())))
            .toList());
    return data;
  }

  private Map<String, Object> close(CutSearch.Result result) {
    return switch (result) {
      case CutSearch.Result.Closed(ClosableRule rule) ->
          OrderedMap.of("result", "closed", "rule", rule(rule));
      case CutSearch.Result.NoSingleRule(var left) ->
          left.map(path -> OrderedMap.of("result", "no-single-rule", "left", path(path)))
              .orElseGet(() -> OrderedMap.of("result", "no-rule"));
      case CutSearch.Result.NotTried open -> Map.of("result", "not-tried");
    };
  }

  private Map<String, Object> unjoined(Joining.Unjoined unjoined) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("target", unjoined.scan().target().name());
    data.put("file", unjoined.scan().place().file());
    data.put("line", unjoined.scan().place().line());
    data.put("reason", unjoined.reason());
    if (answer.failOn().isPresent()) {
      data.put("judgement", judgement(answer.judgement(unjoined)));
    }
    data.put(
        "vulnerabilities",
        unjoined.scan().vulnerabilities().stream()
            .map(found -> (Object) vulnerability(found))
            .toList());
    return data;
  }

  private static Map<String, Object> excluded(Ranking.Excluded excluded) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("workload", excluded.workload().label());
    data.put("reason", excluded.reason());
    data.put("vulnerability", vulnerability(excluded.vulnerability()));
    return data;
  }

  private static Map<String, Object> place(Span span) {
    return DiagnosticData.place(span);
  }

  private static void put(Map<String, Object> data, String name, String text) {
    if (!text.isEmpty()) {
      data.put(name, text);
    }
  }

  private static void put(Map<String, Object> data, String name, List<?> list) {
    if (!list.isEmpty()) {
      data.put(name, list);
    }
  }
}

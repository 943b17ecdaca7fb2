package dev.zonec.compiler.lint;

import dev.zonec.diagnostics.DiagnosticData;
import java.util.Map;

/** Writes findings as maps and lists, for JSON. */
public final class FindingData {
  private FindingData() {}

  /** Returns an object with the list {@code findings}; lines and columns are counted from 1. */
  public static Map<String, Object> of(LintResult result) {
    return Map.of("findings", result.findings().stream().map(FindingData::finding).toList());
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> data = DiagnosticData.of(finding.diagnostic());
    data.put("fixable", finding.fixable());
    return data;
  }
}

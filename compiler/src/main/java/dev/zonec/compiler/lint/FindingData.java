package dev.zonec.compiler.lint;

import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.DiagnosticData;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes findings as maps and lists, for JSON. */
public final class FindingData {
  /** The version of the format; it increases when an older reader could misread a document. */
  public static final int VERSION = 1;

  private FindingData() {}

  /**
   * Returns the document that {@code spec/schema/lint-1.schema.json} describes; lines and columns
   * are counted from 1.
   */
  public static Map<String, Object> of(LintResult result) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("format", "zonec-lint");
    data.put("version", VERSION);
    data.put("findings", result.findings().stream().map(FindingData::finding).toList());
    data.put("suppressed", result.suppressed().stream().map(FindingData::suppressed).toList());
    return data;
  }

  private static Map<String, Object> suppressed(Suppressed each) {
    Map<String, Object> data = DiagnosticData.of(each.problem());
    data.put("reason", each.reason());
    return data;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> data = DiagnosticData.of(finding.diagnostic());
    data.put("fixable", finding.fixable());
    return data;
  }
}

package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.DiagnosticRenderer;
import dev.zonec.diagnostics.page.PageText;
import dev.zonec.diagnostics.page.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonec explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains the code of a diagnostic: what it means, why it matters, and how to fix it, with"
          + " examples.",
      "Without a code, lists all codes."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int WIDEST = 100;

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "such as ZC0203")
  private @Nullable Code code;

  @Mixin private FormatOption format = new FormatOption();
  @Mixin private OutputOptions options = new OutputOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    if (format.json()) {
      JsonDocument document = new JsonDocument("explain");
      List<Code> codes = code == null ? List.of(Code.values()) : List.of(code);
      document.put("codes", codes.stream().map(each -> data(each, each == code)).toList());
      return document.printed(console, ExitCode.HOLDS).number();
    }
    if (code == null) {
      for (Code each : Code.values()) {
        console.line(each + "  " + each.title());
      }
    } else {
      int width = Math.min(WIDEST, Terminal.width());
      console.print(
          Pages.of(code)
              .map(page -> PageText.of(page, width))
              .orElse(code + ": " + code.title() + "\n"));
    }
    return ExitCode.HOLDS.number();
  }

  private static Map<String, Object> data(Code code, boolean withPage) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("code", code.name());
    data.put("title", code.title());
    if (withPage) {
      Pages.of(code)
          .ifPresent(page -> data.put("page", PageText.of(page, DiagnosticRenderer.UNLIMITED)));
    }
    return data;
  }
}

package dev.zonec.tests.formats;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run that writes its result in every format.
 *
 * @param run the run
 * @param texts the text of each format, by its name
 */
record Formatted(Run run, Map<String, String> texts) {
  private static final List<String> NAMES =
      List.of("text", "json", "jsonl", "sarif", "junit", "md", "github", "gitlab");

  /** Runs {@code args} and writes all formats into {@code folder}. */
  static Formatted of(Path folder, List<String> args) throws IOException {
    List<String> all = new ArrayList<>(args);
    for (String name : NAMES) {
      all.addAll(List.of("--out", name + "=" + folder.resolve("out." + name)));
    }
    Run run = Run.zonec(all.toArray(String[]::new));
    Map<String, String> texts = new TreeMap<>();
    for (String name : NAMES) {
      texts.put(name, Files.readString(folder.resolve("out." + name)));
    }
    return new Formatted(run, texts);
  }

  String text(String format) {
    return texts.getOrDefault(format, "");
  }

  /** Returns the schema {@code name} of {@code spec/schema}. */
  static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(Run.ROOT.resolve("spec/schema").resolve(name)), InputFormat.JSON);
  }
}

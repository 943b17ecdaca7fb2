package dev.zonec.tests.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.ZoneParsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the extension for Visual Studio Code fit together. */
final class EditorFilesTest {
  private static final Path FOLDER = Path.of(System.getProperty("zonec.root"), "editors", "vscode");
  private static final Pattern FILE = Pattern.compile("\"(\\./[^\"]*\\.json)\"");

  private static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(FOLDER.resolve(name))).getAsJsonObject();
  }

  @Test
  void everyNamedFileExistsAndIsPackaged() throws IOException {
    Matcher files = FILE.matcher(Files.readString(FOLDER.resolve("package.json")));
    List<String> found = new ArrayList<>();
    while (files.find()) {
      found.add(files.group(1).substring(2));
    }
    assertThat(found).hasSize(3);
    String packaged = Files.readString(FOLDER.resolve(".vscodeignore"));
    for (String file : found) {
      assertThat(FOLDER.resolve(file)).exists();
      assertThat(packaged).contains("!" + file + "\n");
      json(file);
    }
  }

  @Test
  void settingsAndCommandsAreThoseThatTheExtensionUses() throws IOException {
    String code = Files.readString(FOLDER.resolve("extension.js"));
    JsonObject contributed = json("package.json").getAsJsonObject("contributes");
    for (String setting :
        contributed.getAsJsonObject("configuration").getAsJsonObject("properties").keySet()) {
      assertThat(code).contains("settings.get(\"" + setting.substring("zonec.".length()) + "\")");
    }
    for (JsonElement command : contributed.getAsJsonArray("commands")) {
      assertThat(code).contains(command.getAsJsonObject().get("command").toString());
    }
  }

  @Test
  void snippetsAreWellFormed() throws IOException {
    int snippets = 0;
    for (Map.Entry<String, JsonElement> each : json("snippets/zone.json").entrySet()) {
      JsonElement body = each.getValue().getAsJsonObject().get("body");
      List<String> lines = new ArrayList<>();
      if (body instanceof JsonArray many) {
        many.forEach(line -> lines.add(line.getAsString()));
      } else {
        lines.add(body.getAsString());
      }
      String text =
          String.join("\n", lines).replaceAll("\\$\\{\\d+:([^}]*)\\}", "$1").replace("$0", "");
      assertThat(ZoneParsing.partial(new SourceText(each.getKey(), text)).problems())
          .as(text)
          .isEmpty();
      snippets++;
    }
    assertThat(snippets).isGreaterThan(8);
  }
}

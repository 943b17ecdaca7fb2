package dev.zonec.views.playground;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question of a page.
 *
 * @param origin where it comes from
 * @param question the question; empty if only the tokens of the program are asked for
 * @param program the sources by their names
 */
record AskedQuestion(
    Questions.Origin origin, Optional<Playground.Question> question, Map<String, String> program) {
  /** The word for the tokens of the program. */
  private static final String TOKENS = "tokens";

  /** The greatest length of an id, a name and a question. */
  private static final int LONGEST = 1000;

  /** The greatest number of texts. */
  private static final int MOST_TEXTS = 5000;

  /** The question, or why there is none. */
  sealed interface Reading {
    /** The question. */
    record Read(AskedQuestion asked) implements Reading {}

    /** The request is no question. */
    record Malformed(String reason) implements Reading {}
  }

  /** Says why a request is no question. */
  private static final class NoQuestion extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoQuestion(String reason) {
      super(reason, null, false, false);
    }
  }

  /** Reads the body of a request. */
  static Reading of(String body) {
    try {
      return new Reading.Read(read(new JsonMapper().readTree(body)));
    } catch (JacksonException e) {
      return new Reading.Malformed("the request is no JSON");
    } catch (NoQuestion e) {
      return new Reading.Malformed(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the id of what a page wants to open; empty if the request has none. */
  static Optional<String> workspace(String body) {
    try {
      return Optional.of(text(new JsonMapper().readTree(body), "workspace"));
    } catch (JacksonException | NoQuestion e) {
      return Optional.empty();
    }
  }

  private static AskedQuestion read(JsonNode data) {
    String kind = text(data, "kind");
    JsonNode edit = data.path("edit");
    if (!edit.canConvertToLong() || !edit.isIntegralNumber()) {
      throw new NoQuestion("`edit` is no number");
    }
    Questions.Origin origin = new Questions.Origin(text(data, "page"), edit.asLong(), kind);
    Map<String, String> program = texts(data, "program");
    Map<String, String> manifests = texts(data, "manifests");
    Map<String, String> all = new LinkedHashMap<>(program);
    all.putAll(manifests);
    Set<Path> paths = new HashSet<>();
    Stream.concat(program.keySet().stream(), manifests.keySet().stream())
        .forEach(name -> add(name, paths));
    if (kind.equals(TOKENS)) {
      return new AskedQuestion(origin, Optional.empty(), program);
    }
    Playground.Kind asked =
        Stream.of(Playground.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
            .findFirst()
            .orElseThrow(() -> new NoQuestion("`kind` is unknown"));
    String question = asked == Playground.Kind.QUERY ? text(data, "question") : "";
    return new AskedQuestion(
        origin,
        Optional.of(
            new Playground.Question(
                asked,
                text(data, "workspace"),
                all,
                added(data),
                data.path("all").asBoolean(false),
                question)),
        program);
  }

  private static void add(String name, Set<Path> paths) {
    try {
      if (!paths.add(Path.of(name).toAbsolutePath().normalize())) {
        throw new NoQuestion("two texts have the path `" + name + "`");
      }
    } catch (InvalidPathException e) {
      throw new NoQuestion("a name is no path");
    }
  }

  private static String text(JsonNode data, String field) {
    JsonNode value = data.path(field);
    if (!value.isString() || value.asString().isBlank() || value.asString().length() > LONGEST) {
      throw new NoQuestion("`" + field + "` is missing, empty or too long");
    }
    return wellFormed(value.asString());
  }

  private static Map<String, String> texts(JsonNode data, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode all = data.path(field);
    if (!all.isArray() || all.size() > MOST_TEXTS) {
      throw new NoQuestion("`" + field + "` is no list of texts");
    }
    for (JsonNode each : all) {
      String name = text(each, "name");
      if (!each.path("text").isString()) {
        throw new NoQuestion("a text of `" + field + "` has no `text`");
      }
      if (texts.put(name, wellFormed(each.path("text").asString())) != null) {
        throw new NoQuestion("two texts have the name `" + name + "`");
      }
    }
    return texts;
  }

  /** Returns the names of the manifests that were added. */
  private static List<String> added(JsonNode data) {
    List<String> added = new ArrayList<>();
    for (JsonNode each : data.path("manifests")) {
      if (each.path("added").asBoolean(false)) {
        added.add(text(each, "name"));
      }
    }
    return added;
  }

  /** Returns {@code text}, which must be text that a file could have. */
  private static String wellFormed(String text) {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return text;
    } catch (CharacterCodingException e) {
      throw new NoQuestion("a text is not well-formed Unicode");
    }
  }
}

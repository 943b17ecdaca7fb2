package dev.zonec.application.config;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.Severity;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.model.label.LabelSyntax;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the keys of a section. */
final class SectionReader {
  static final String ENVIRONMENTS = "environments";
  private static final String PROGRAM = "program";
  private static final String MANIFESTS = "manifests";
  private static final String OUTPUT = "output";
  private static final String PARAMS = "params";
  private static final String ASSUME = "assume";
  private static final String DEFAULT_NAMESPACE = "default-namespace";
  private static final String IGNORE = "ignore";
  private static final String ALLOW_OUTSIDE = "allow-outside";
  private static final String FAIL_ON = "fail-on";
  private static final String DIFF_FAIL_ON = "diff-fail-on";
  private static final String FORMAT = "format";
  private static final String TIMEOUT = "timeout";
  private static final String BASELINE = "baseline";
  private static final String CACHE = "cache";

  /** The keys of an environment. */
  private static final List<String> KEYS =
      List.of(
          PROGRAM,
          MANIFESTS,
          OUTPUT,
          PARAMS,
          ASSUME,
          DEFAULT_NAMESPACE,
          IGNORE,
          ALLOW_OUTSIDE,
          FAIL_ON,
          DIFF_FAIL_ON,
          FORMAT,
          TIMEOUT,
          BASELINE,
          CACHE);

  private final ConfigFolder folder;
  private final ConfigValues values;

  SectionReader(ConfigFolder folder, ConfigValues values) {
    this.folder = folder;
    this.values = values;
  }

  /** Reads the keys outside of environments. */
  Section outer(Tree.Mapping file) {
    Set<String> known = new LinkedHashSet<>(KEYS);
    known.add(ENVIRONMENTS);
    checkKeys(file, known, "");
    return read(file);
  }

  /** Reads the keys of an environment. */
  Section environment(String name, Tree.Mapping environment) {
    checkKeys(environment, new LinkedHashSet<>(KEYS), " in an environment");
    return read(environment);
  }

  private void checkKeys(Tree.Mapping section, Set<String> known, String where) {
    section
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                values.unknown(name, field, known, where);
              }
            });
  }

  private Section read(Tree.Mapping section) {
    return new Section(
        section.value(PROGRAM).flatMap(value -> paths(PROGRAM, value)),
        section.value(MANIFESTS).flatMap(value -> new ManifestEntries(folder, values).read(value)),
        folder(OUTPUT, section),
        section
            .value(PARAMS)
            .map(value -> new ParamEntries(values).read(PARAMS, value))
            .orElse(GivenParams.NONE),
        section.value(ASSUME).map(this::knobs).orElse(Map.of()),
        section.value(DEFAULT_NAMESPACE).flatMap(this::namespace),
        section.value(IGNORE).flatMap(this::kinds),
        section.value(ALLOW_OUTSIDE).flatMap(value -> values.flag(ALLOW_OUTSIDE, value)),
        section.value(FAIL_ON).flatMap(this::severity),
        section.value(DIFF_FAIL_ON).flatMap(this::differences),
        section.value(FORMAT).flatMap(this::format),
        section
            .value(TIMEOUT)
            .flatMap(value -> values.whole(TIMEOUT, value, "a whole number of seconds")),
        section
            .value(BASELINE)
            .flatMap(value -> values.text(BASELINE, value, "a file"))
            .map(text -> folder.resolve(text.value(), text.span())),
        folder(CACHE, section));
  }

  private Optional<ConfigPath> folder(String key, Tree.Mapping section) {
    return section
        .value(key)
        .flatMap(value -> values.text(key, value, "a folder"))
        .map(text -> folder.resolve(text.value(), text.span()));
  }

  private Optional<List<ConfigPath>> paths(String key, Tree value) {
    return values
        .texts(key, value, "a path or a list of paths")
        .map(
            texts ->
                texts.stream().map(text -> folder.resolve(text.value(), text.span())).toList());
  }

  private Map<Knob, String> knobs(Tree value) {
    Map<Knob, String> knobs = new EnumMap<>(Knob.class);
    List<String> words = Stream.of(Knob.values()).map(Knob::word).toList();
    values
        .mapping(ASSUME, value, "a mapping from knobs to answers")
        .ifPresent(
            mapping ->
                mapping
                    .fields()
                    .forEach(
                        (name, field) -> {
                          Optional<Knob> knob =
                              Stream.of(Knob.values())
                                  .filter(each -> each.word().equals(name))
                                  .findFirst();
                          if (knob.isEmpty()) {
                            values.unknown(name, field, words, " in `assume`");
                          } else if (field.value() instanceof Tree.Leaf leaf
                              && knob.get().answers().contains(leaf.written())) {
                            knobs.put(knob.get(), leaf.written());
                          } else {
                            values.wrong(
                                name, field.value(), String.join(" or ", knob.get().answers()));
                          }
                        }));
    return knobs;
  }

  private Optional<String> namespace(Tree value) {
    String wanted = "the name of a namespace";
    Optional<String> name =
        values.text(DEFAULT_NAMESPACE, value, wanted).map(ConfigValues.Text::value);
    if (name.isPresent() && !LabelSyntax.isDnsLabel(name.get())) {
      values.wrong(DEFAULT_NAMESPACE, value, wanted);
      return Optional.empty();
    }
    return name;
  }

  private Optional<List<String>> kinds(Tree value) {
    return values
        .texts(IGNORE, value, "a kind or a list of kinds")
        .map(texts -> texts.stream().map(ConfigValues.Text::value).toList());
  }

  private Optional<List<String>> differences(Tree value) {
    String wanted = String.join(", ", Settings.DIFFERENCES) + ", or a list of these";
    Optional<List<String>> kinds =
        values
            .texts(DIFF_FAIL_ON, value, wanted)
            .map(texts -> texts.stream().map(ConfigValues.Text::value).toList());
    if (kinds.isPresent() && !Settings.DIFFERENCES.containsAll(kinds.get())) {
      values.wrong(DIFF_FAIL_ON, value, wanted);
      return Optional.empty();
    }
    return kinds;
  }

  private Optional<String> format(Tree value) {
    String written = value instanceof Tree.Leaf leaf ? leaf.written() : "";
    if (!Settings.FORMATS.contains(written)) {
      values.wrong(FORMAT, value, String.join(", ", Settings.FORMATS));
      return Optional.empty();
    }
    return Optional.of(written);
  }

  private Optional<Severity> severity(Tree value) {
    Map<String, Severity> severities = Map.of("error", Severity.ERROR, "warning", Severity.WARNING);
    String written = value instanceof Tree.Leaf leaf ? leaf.written() : "";
    Optional<Severity> severity = Optional.ofNullable(severities.get(written));
    if (severity.isEmpty()) {
      values.wrong(FAIL_ON, value, "error or warning");
    }
    return severity;
  }
}

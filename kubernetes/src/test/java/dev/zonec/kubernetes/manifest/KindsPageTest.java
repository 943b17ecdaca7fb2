package dev.zonec.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/kinds.md} says what the table of kinds says. */
final class KindsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("zonec.root", ".."), "docs", "kinds.md");
  private static final String BEGIN = "<!-- from here on the page is made from kinds.txt -->\n";

  @Test
  void pageIsTheTable() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, begin) + tables();
    if (Boolean.getBoolean("zonec.rewrite")) {
      Files.writeString(PAGE, expected);
    } else {
      assertThat(page).isEqualTo(expected);
    }
  }

  @Test
  void everyRowCanBeReached() {
    for (KindRow row : KindTable.rows()) {
      for (String group : row.names().groups()) {
        for (String kind : row.names().kinds()) {
          String sample = kind.replace("*", "Sample");
          // A group of a pattern may be listed before it as well.
          assertThat(KindTable.of(group.equals("core") ? "" : group.replace("*", "x"), sample))
              .as("%s %s", group, kind)
              .contains(row);
        }
      }
    }
  }

  private static String tables() {
    return """

    ## Kinds that decide what connects

    Objects of these kinds leave a gap ([ZC0511](diagnostics/ZC0511.md)).

    | group | kinds | why |
    |---|---|---|
    """
        + lines(
            KindRow.Decides.class,
            row -> cells(names(row), kinds(row, row.condition()), row.note()))
        + """

        ## Kinds whose pods stand in them

        Objects of these kinds are workloads.

        | group | kinds | pods | labels that the controller adds | of |
        |---|---|---|---|---|
        """
        + lines(
            KindRow.Runs.class,
            row ->
                cells(
                    names(row),
                    code(row.names().kinds()),
                    pods(row.pods()),
                    row.pods().labels().entrySet().stream()
                        .map(label -> "`" + label.getKey() + "=" + label.getValue() + "`")
                        .sorted()
                        .collect(Collectors.joining(" ")),
                    row.note()))
        + """

        ## Kinds whose operators create pods that no manifest shows

        Objects of these kinds are named in a warning ([ZC0644](diagnostics/ZC0644.md)).

        | group | kinds | of |
        |---|---|---|
        """
        + lines(
            KindRow.Makes.class, row -> cells(names(row), kinds(row, row.condition()), row.note()))
        + """

        ## Kinds that let callers from outside in

        zonec does not read which Services objects of these kinds lead to ([ZC0760](diagnostics/ZC0760.md)).

        | group | kinds | of |
        |---|---|---|
        """
        + lines(
            KindRow.Admits.class, row -> cells(names(row), kinds(row, row.condition()), row.note()))
        + """

        ## Kinds that do not affect connections

        Objects of these kinds are skipped, whatever they contain. If several rows match a kind, the first row of all
        tables counts.

        | group | kinds | why |
        |---|---|---|
        """
        + lines(
            KindRow.Plain.class, row -> cells(names(row), code(row.names().kinds()), row.note()));
  }

  private static <T extends KindRow> String lines(Class<T> type, Function<T, String> line) {
    return KindTable.rows().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .map(row -> line.apply(row) + "\n")
        .collect(Collectors.joining());
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String names(KindRow row) {
    return code(row.names().groups());
  }

  private static String kinds(KindRow row, FieldCondition condition) {
    String kinds = code(row.names().kinds());
    return condition.always()
        ? kinds
        : kinds + " " + condition.toString().replaceFirst(" (.*)", " `$1`");
  }

  private static String pods(KindRow.Pods pods) {
    String paths =
        pods.templates().isEmpty()
            ? "as the operator makes them"
            : code(pods.templates().stream().map(FieldPath::text).toList());
    return paths
        + pods.from().map(from -> ", or the workload in `" + from.text() + "`").orElse("")
        + pods.metadata().map(more -> ", labels of `" + more.text() + "`").orElse("");
  }

  private static String code(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}

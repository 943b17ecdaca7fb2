package dev.zonec.tests.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program with parameters, in which some statements apply to some values only, and the
 * same program written by hand for each value.
 */
final class ModularProgram {
  /** The values of the parameter {@code env}. */
  static final List<String> VALUES = List.of("dev", "test", "prod");

  private final List<String> statements = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** A statement and the values to which it applies. */
  private record Part(String statement, List<String> values) {}

  ModularProgram(long seed) {
    Random random = new Random(seed);
    statements.add("param env : enum(dev, test, prod)");
    statements.add("param port : port = 80");
    statements.add("param first : string = a");
    for (String statement : new RandomProgram(seed).statements()) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      Part part =
          switch (isFlow(statement) ? random.nextInt(4) : 0) {
            case 1 -> new Part("env = " + value, List.of(value));
            case 2 -> new Part("env != " + value, without(value));
            case 3 -> new Part("env in (dev, " + value + ")", List.of("dev", value));
            default -> new Part("", VALUES);
          };
      parts.add(new Part(statement, part.values()));
      String text = withParameters(statement);
      statements.add(
          part.statement().isEmpty() ? text : "when " + part.statement() + " {\n" + text + "\n}");
    }
  }

  private static List<String> without(String value) {
    return VALUES.stream().filter(other -> !other.equals(value)).toList();
  }

  private static boolean isFlow(String statement) {
    return statement.lines().anyMatch(line -> line.startsWith("allow "));
  }

  private static String withParameters(String statement) {
    return statement
        .replaceAll("tcp/80(?![-0-9])", "tcp/\\${port}")
        .replaceAll("app=a\\b", "app=\\${first}");
  }

  /** Returns the statements with parameters. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  /** Returns the statements for {@code env} = {@code value}, without parameters. */
  List<String> byHand(String value) {
    return parts.stream()
        .filter(part -> part.values().contains(value))
        .map(Part::statement)
        .toList();
  }
}

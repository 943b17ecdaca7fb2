package dev.zonec.cli;

import dev.zonec.application.workspace.OpenWorkspace;
import dev.zonec.application.workspace.Workspace;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.inputs.InputTexts;
import dev.zonec.views.playground.Example;
import dev.zonec.views.playground.Playground;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Answers the questions of a page with the commands, which read the texts of the page. */
final class PageAnswers implements Playground {
  /** The greatest size of all texts, in bytes, so that a request has room for them. */
  static final int MOST_BYTES = 6 << 20;

  /** The id of what the command line names. */
  private static final String GIVEN = "given";

  /** The source of a page that has no program. */
  private static final Workspace.Text EMPTY =
      new Workspace.Text(
          "playground.zone",
          "module playground\n\ndefaults { ingress deny  egress deny  dns allow }\n");

  /** The options that a page has no use for, and those whose values are words of their own. */
  private static final Set<String> OWN =
      Set.of("--manifests", "--port", "--host", "--color", "--quiet", "--verbose", "--no-progress");

  /** The option for a graph from which nothing is left out. */
  private static final String ALL = "--all";

  private final Path folder;
  private final Optional<OpenWorkspace> given;
  private final ParseResult options;
  private final WatchSession session = new WatchSession();

  /**
   * @param folder the folder from which the configuration file is searched upward
   * @param given what the command line or the configuration file names
   * @param options the options of {@code serve}; those that a command has too are passed on
   */
  PageAnswers(Path folder, Optional<OpenWorkspace> given, ParseResult options) {
    this.folder = folder;
    this.given = given;
    this.options = options;
  }

  @Override
  public List<Title> menu() {
    List<Title> menu = new ArrayList<>();
    given.ifPresent(named -> menu.add(new Title(GIVEN, String.join(", ", names(named)))));
    Stream.of(Example.values())
        .forEach(example -> menu.add(new Title(example.id(), example.title())));
    return menu;
  }

  private static List<String> names(OpenWorkspace named) {
    return InputPath.names(
        named.program().paths().isEmpty() ? named.manifests().paths() : named.program().paths());
  }

  @Override
  public Optional<Workspace> open(String id) {
    return id.equals(GIVEN) ? given.map(PageAnswers::opened) : example(id).map(Example::workspace);
  }

  private static Workspace opened(OpenWorkspace named) {
    Workspace read = named.outcome();
    return named.program().paths().isEmpty()
        ? new Workspace(List.of(EMPTY), read.manifests(), read.problems())
        : read;
  }

  private static Optional<Example> example(String id) {
    return Stream.of(Example.values()).filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Answer> answer(Question question) {
    CommandSpec command = new CommandLine(command(question.kind())).getCommandSpec();
    return words(question, command).map(words -> answer(words, InputTexts.of(question.texts())));
  }

  private Answer answer(List<String> words, InputTexts texts) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(folder, texts, session, new PrintWriter(out), new PrintWriter(err), words);
    return new Answer(shown(words), exit, out.toString(), err.toString());
  }

  private static Class<?> command(Kind kind) {
    return switch (kind) {
      case LINT -> LintCommand.class;
      case VERIFY -> VerifyCommand.class;
      case COMPILE -> CompileCommand.class;
      case GRAPH -> GraphCommand.class;
      case QUERY -> QueryCommand.class;
    };
  }

  /** Returns the command line of a question; its own text cannot be an option. */
  private Optional<List<String>> words(Question question, CommandSpec command) {
    List<String> words = new ArrayList<>(List.of(command.name()));
    words.addAll(
        switch (question.kind()) {
          case LINT, VERIFY -> List.of("--format=json");
          case COMPILE -> List.of("--output=" + CompileCommand.STANDARD_OUTPUT);
          case GRAPH -> List.of("--format=svg");
          case QUERY -> question.text().contains("~>") ? List.of("--tree") : List.of();
        });
    words.add("--color=never");
    List<String> ends = new ArrayList<>(List.of("--"));
    if (question.kind() == Kind.QUERY) {
      ends.add(question.text());
    }
    if (question.id().equals(GIVEN) && given.isPresent()) {
      words.addAll(passedOn(command));
      given.get().manifests().paths().forEach(path -> words.add("--manifests=" + path.name()));
      List<String> zones = InputPath.names(given.get().program().paths());
      ends.addAll(zones.isEmpty() ? List.of(EMPTY.name()) : zones);
    } else if (example(question.id()).isPresent()) {
      Example example = example(question.id()).get();
      words.add("--no-config");
      words.addAll(example.options());
      example.manifests().forEach(path -> words.add("--manifests=" + path));
      ends.add(example.zones());
    } else {
      return Optional.empty();
    }
    if (question.kind() == Kind.GRAPH && question.all() && !words.contains(ALL)) {
      words.add(ALL);
    }
    question.added().forEach(name -> words.add("--manifests=" + name));
    words.addAll(ends);
    return Optional.of(words);
  }

  /** Returns the options of {@code serve} that {@code command} has too. */
  private List<String> passedOn(CommandSpec command) {
    List<String> words = new ArrayList<>();
    for (OptionSpec option : new LinkedHashSet<>(options.matchedOptions())) {
      String name = option.longestName();
      if (OWN.contains(name) || command.findOption(name) == null) {
        continue;
      }
      if (option.arity().max() == 0) {
        words.add(name);
      } else {
        option.originalStringValues().forEach(value -> words.add(name + "=" + value));
      }
    }
    return words;
  }

  /** Returns a command line as a shell reads it. */
  private static String shown(List<String> words) {
    StringBuilder line = new StringBuilder("zonec");
    for (String word : words) {
      if (!word.equals("--color=never")) {
        boolean plain = word.matches("[\\w./=:@%+,-]+");
        line.append(' ').append(plain ? word : "'" + word.replace("'", "'\\''") + "'");
      }
    }
    return line.toString();
  }
}

package dev.zonec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

final class SubcommandsTest {
  private static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new Root());
    Subcommands.addNeeded(line, args);
    return line;
  }

  @CommandLine.Command(name = "zonec")
  private static final class Root {}

  @Test
  void wordsAreTheNamesOfTheCommands() {
    assertEquals(Subcommands.words(), line().getSubcommands().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void aRunAddsTheCommandThatItsFirstArgumentNames(Subcommands command) {
    Set<String> added = line(command.word(), "--help").getSubcommands().keySet();
    assertTrue(added.contains(command.word()));
    boolean aboutAll = List.of(Subcommands.COMPLETION, Subcommands.MAN).contains(command);
    assertEquals(aboutAll ? Subcommands.words() : Set.of(command.word()), added);
  }

  @Test
  void messagesAboutUnknownCommandsKnowAllOfThem() {
    assertEquals(Subcommands.words(), line("verfy").getSubcommands().keySet());
    assertEquals(Subcommands.words(), line("--debug", "verify").getSubcommands().keySet());
  }
}

package dev.zonec.tests.cases;

import dev.zonec.application.version.Build;
import dev.zonec.cli.Main;
import dev.zonec.tests.endtoend.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of a case, which run in its folder.
 *
 * <p>A command is a line {@code $ zonec ARGUMENT…}. Arguments are separated by spaces; single
 * quotes keep a space in one. An argument that names a file of the folder is replaced by that
 * file's path, and {@code {tmp}} by an empty directory that the commands of one transcript share. A
 * {@code zonec.yaml} of the folder is the configuration file. {@code < FILE} at the end gives
 * standard input. Both paths are taken out of the output again. {@code verify}, {@code compile},
 * {@code lint} and {@code check-certificate} run as of {@link #DAY} unless the command gives a day.
 */
public final class Transcript {
  private static final String DAY = "2026-11-23";
  private static final List<String> OF_A_DAY =
      List.of("verify", "compile", "lint", "check-certificate");
  private static final String PROMPT = "$ zonec ";

  private final Path folder;
  private final Path scratch;
  private final String scratchName;

  Transcript(Path folder, Path scratch) {
    this(folder, scratch, "{tmp}");
  }

  /**
   * @param folder the folder in which commands run, as an absolute path
   * @param scratch a directory for output
   * @param scratchName the name of that directory in commands and output
   */
  public Transcript(Path folder, Path scratch, String scratchName) {
    this.folder = folder;
    this.scratch = scratch;
    this.scratchName = scratchName;
  }

  static boolean isCommand(String line) {
    return line.startsWith(PROMPT);
  }

  /**
   * Runs a command. Returns its exit code on a line of its own, then standard output, then standard
   * error.
   *
   * @param line a line for which {@link #isCommand} holds
   */
  public String run(String line) throws IOException {
    Run run = execute(line, List.of());
    return "exit " + run.exit() + "\n" + shown(run.out()) + shown(run.err());
  }

  /**
   * Runs a command with further arguments.
   *
   * @param line a line for which {@link #isCommand} holds
   */
  Run execute(String line, List<String> more) throws IOException {
    List<String> words = words(line.substring(PROMPT.length()));
    InputStream input = InputStream.nullInputStream();
    int redirect = words.indexOf("<");
    if (redirect >= 0) {
      input = new ByteArrayInputStream(Files.readAllBytes(folder.resolve(words.get(redirect + 1))));
      words = words.subList(0, redirect);
    }
    List<String> args = new ArrayList<>();
    for (String word : words) {
      // The command may have the name of a folder.
      boolean command = args.isEmpty();
      boolean output = !command && args.getLast().equals("-o");
      args.add(command ? word : output ? output(word) : argument(word));
    }
    if (OF_A_DAY.contains(words.getFirst()) && !words.contains("--as-of")) {
      args.addAll(List.of("--as-of", DAY));
    }
    args.addAll(more);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream before = System.in;
    System.setIn(input);
    int exit;
    try {
      exit =
          Main.run(folder, new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
    return new Run(exit, out.toString(), err.toString());
  }

  /** Returns the path of an output argument, moved into the scratch directory. */
  private String output(String word) {
    String inside = argument(word);
    return inside.startsWith(scratch.toString()) ? inside : scratch.resolve(word).toString();
  }

  private String argument(String word) {
    if (word.equals(scratchName) || word.startsWith(scratchName + "/")) {
      return scratch + word.substring(scratchName.length());
    }
    boolean file = !word.startsWith("-") && Files.exists(folder.resolve(word));
    return file ? folder.resolve(word).normalize().toString() : word;
  }

  private String shown(String text) {
    String relative =
        withoutVersion(text).replace(folder + "/", "").replace(folder.toString(), ".");
    String moved = relative.replace(scratch.toString(), scratchName);
    return moved.isEmpty() || moved.endsWith("\n") ? moved : moved + "\n";
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (text + " ").toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  /** Removes the version of this build from SARIF and OCSF. */
  private static String withoutVersion(String ofBuild) {
    String text =
        ofBuild.replaceAll(
            "\"vendor_name\":\"zonec\",\"version\":\"[^\"]*\"", "\"vendor_name\":\"zonec\"");
    // Classes that Maven did not build have no version.
    return Build.recorded()
        .map(
            build ->
                text.replaceAll(
                    " *\"version\" : \"" + Pattern.quote(build.version()) + "\",\n", ""))
        .orElse(text);
  }

  /** Returns the lines of a file with commands. */
  static List<String> lines(Path file) throws IOException {
    return Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\n", -1));
  }
}

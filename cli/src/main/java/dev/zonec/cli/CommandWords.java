package dev.zonec.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * Replaces {@code zonec help}, {@code zonec help verify} and {@code zonec verify help} by options.
 */
final class CommandWords {
  private CommandWords() {}

  /**
   * Returns the same arguments, with options instead of these words.
   *
   * @param args the arguments
   * @param commands the names of the commands
   */
  static String[] asOptions(String[] args, Set<String> commands) {
    if (args.length == 0) {
      return args;
    }
    return switch (args[0]) {
      case "help" ->
          args.length > 1 && commands.contains(args[1])
              ? withLast(Arrays.copyOfRange(args, 1, args.length), "--help")
              : args.length > 1 && !args[1].startsWith("-")
                  // An unknown command is reported as usual.
                  ? Arrays.copyOfRange(args, 1, args.length)
                  : withFirst("--help", args, 1);
      default ->
          commands.contains(args[0])
                  && args.length == 2
                  && args[1].equals("help")
                  && Files.notExists(Path.of(args[1]))
              ? new String[] {args[0], "--help"}
              : args;
    };
  }

  private static String[] withLast(String[] args, String last) {
    String[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = last;
    return all;
  }

  private static String[] withFirst(String first, String[] args, int from) {
    String[] all = new String[args.length - from + 1];
    all[0] = first;
    System.arraycopy(args, from, all, 1, args.length - from);
    return all;
  }
}

package dev.zonec.application.revision;

import dev.zonec.application.config.ConfigPath;
import dev.zonec.application.config.Settings;
import dev.zonec.kubernetes.template.RenderCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The files and folders of a revision to read. Without any, the whole revision is read.
 *
 * @param any sources and manifests
 * @param program sources only
 * @param manifests manifests only
 * @param commands commands that print more manifests
 */
public record Parts(
    List<String> any, List<String> program, List<String> manifests, List<RenderCommand> commands) {
  /** Copies the lists. */
  public Parts {
    any = List.copyOf(any);
    program = List.copyOf(program);
    manifests = List.copyOf(manifests);
    commands = List.copyOf(commands);
  }

  /**
   * Returns the program, the manifests with their commands, and the compiled policies of a
   * configuration file.
   */
  public static Parts of(Settings settings) {
    List<String> manifests = new ArrayList<>(settings.manifestPaths());
    settings
        .output()
        .map(ConfigPath::name)
        .filter(name -> !manifests.contains(name))
        .ifPresent(manifests::add);
    return new Parts(List.of(), settings.programPaths(), manifests, settings.commands());
  }

  /** Returns the same parts with other paths. */
  Parts map(UnaryOperator<String> change) {
    return new Parts(
        any.stream().map(change).toList(),
        program.stream().map(change).toList(),
        manifests.stream().map(change).toList(),
        commands);
  }

  /** Whether the whole revision is read. */
  public boolean isWhole() {
    return all().isEmpty() && commands.isEmpty();
  }

  /** Returns all files and folders. */
  List<String> all() {
    return Stream.of(any, program, manifests).flatMap(List::stream).distinct().toList();
  }
}

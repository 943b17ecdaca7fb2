package dev.zonec.cli;

import dev.zonec.application.cache.ObligationCache;
import dev.zonec.application.config.Settings;
import dev.zonec.application.verify.Prover;
import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Selects the folder that keeps what is proved. */
@OptionGroup(Subject.COMMAND)
final class CacheOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "keep what is proved in this folder, and prove it again only if it changes; a user who"
              + " can write the folder can forge verdicts")
  private @Nullable Path folder;

  private Optional<ObligationCache> cache = Optional.empty();

  /** Returns what earlier runs have proved. Nothing, without an option or a setting. */
  ImpossibleQuestions known(Settings settings) {
    Main main = Main.of(spec.commandLine());
    Optional<Path> configured =
        folder == null ? settings.cache().map(at -> Path.of(at.name())) : Optional.of(folder);
    // What is proved about texts in memory is not written to files.
    Optional<Path> chosen = main.texts().isPresent() ? Optional.empty() : configured;
    cache =
        main.session()
            .map(session -> session.cache(chosen))
            .or(() -> chosen.map(ObligationCache::in));
    return cache.<ImpossibleQuestions>map(found -> found).orElse(ImpossibleQuestions.none());
  }

  /** Returns the prover: with {@code --watch}, one that uses the proofs of earlier runs. */
  Prover prover() {
    return Main.of(spec.commandLine())
        .session()
        .map(WatchSession::prover)
        .orElse(Prover.FROM_THE_START);
  }

  /** Writes what this run has proved, and returns {@code exit}. */
  ExitCode saved(Console console, ConsoleOptions options, ExitCode exit) {
    cache.ifPresent(
        used -> {
          console.report(used.save());
          ObligationCache.Count count = used.counted();
          if (options.verbose() && count.asked() > 0) {
            console.status(
                "cache: "
                    + count.answered()
                    + " of "
                    + count.asked()
                    + (count.asked() == 1 ? " obligation" : " obligations")
                    + (count.answered() == 1 ? " was" : " were")
                    + " proved before");
          }
        });
    return exit;
  }
}

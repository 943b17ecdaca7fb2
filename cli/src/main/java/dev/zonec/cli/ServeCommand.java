package dev.zonec.cli;

import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.application.workspace.OpenWorkspace;
import dev.zonec.application.workspace.Workspace;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.views.playground.PlaygroundServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a page on this machine with program, manifests and verdict side by side, for teaching"
          + " and reviews, until Ctrl-C.",
      "The page shows the answers of verify, lint, compile, graph and query about the texts in it."
          + " Nothing is written, and texts of the page are kept in memory only. The address has a"
          + " secret token; requests without it are refused."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ZONES",
      description =
          ".zone files, or folders with .zone files; without any, the page begins with an example"
              + " (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "serve at this port (default: any free one)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "serve at another address than 127.0.0.1; whoever reaches it and knows the token can ask")
  private String host = LOOPBACK;

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private ConsoleOptions options = new ConsoleOptions();

  @Override
  public Integer call() {
    if (port > LARGEST_PORT) {
      throw refused("--port takes a number up to " + LARGEST_PORT);
    }
    if (manifests.readsCluster()) {
      throw refused("serve shows files, so it cannot read a cluster (-k)");
    }
    if (manifests.readsStandardInput()) {
      throw refused("serve reads files again when the page is loaded, so it cannot read -");
    }
    for (String option : List.of("--kustomize", "--run-commands")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw refused("serve runs no other programs, so it has no " + option);
      }
    }
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    if (!settings.problems().isEmpty()) {
      console.report(settings.problems());
      return ExitCode.BAD_INPUT.number();
    }
    assume.may(settings);
    Optional<OpenWorkspace> given = given(settings, console);
    if (given.isPresent()) {
      Workspace first = given.get().outcome();
      if (console.refuses(first.problems())) {
        return ExitCode.BAD_INPUT.number();
      }
      if (first.bytes() > PageAnswers.MOST_BYTES) {
        throw refused("the texts are larger than " + (PageAnswers.MOST_BYTES >> 20) + " MiB");
      }
    }
    Main main = Main.of(spec.commandLine());
    PageAnswers answers =
        new PageAnswers(main.folder(), given, spec.commandLine().getParseResult());
    return serve(answers, console);
  }

  /** Returns the program and the manifests that the user or the configuration file names. */
  private Optional<OpenWorkspace> given(Settings settings, Console console) {
    ProgramRequest sources =
        program.request(settings, zones, Dates.orToday(null), ExpiredFlows.ERROR);
    ManifestRequest files = manifests.deployed(settings, console.readingProgress());
    return sources.paths().isEmpty() && !files.given()
        ? Optional.empty()
        : Optional.of(new OpenWorkspace(sources, files.with(files.paths(), List.of())));
  }

  private int serve(PageAnswers answers, Console console) {
    InetAddress address = address();
    CountDownLatch forever = new CountDownLatch(1);
    try (PlaygroundServer server =
        PlaygroundServer.start(
            host, address, port, answers, bug -> console.status("zonec: a bug in zonec: " + bug))) {
      if (!address.isLoopbackAddress()) {
        console.status(
            "warning: this address can be reached from other machines: whoever knows the token can"
                + " ask, and the connection is not encrypted");
      }
      console.line(server.url());
      console.status("the page is at this address; Ctrl-C ends");
      forever.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw refused(
          "cannot serve at "
              + host
              + (port == 0 ? "" : " port " + port)
              + ": the port is in use, or not allowed; choose another one with --port");
    }
    return ExitCode.HOLDS.number();
  }

  private InetAddress address() {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (UnknownHostException | SocketException e) {
      throw refused(noAddress());
    }
    throw refused(noAddress());
  }

  private String noAddress() {
    return "--host takes an address of this machine, not '" + host + "'";
  }

  private ParameterException refused(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }
}

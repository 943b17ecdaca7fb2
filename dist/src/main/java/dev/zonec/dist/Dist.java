package dev.zonec.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the packages of a release. */
@Command(name = "dist", description = "Makes the packages of a release.", sortOptions = false)
public final class Dist implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--version", required = true, description = "the version of zonec")
  private String version = "";

  @Option(names = "--jars", required = true, description = "the folder of zonec.jar and lib")
  private Path jars = Path.of("");

  @Option(names = "--sbom", required = true, description = "CycloneDX's document of the libraries")
  private Path sbom = Path.of("");

  @Option(names = "--root", required = true, description = "the folder of LICENSE and examples")
  private Path root = Path.of("");

  @Option(names = "--work", required = true, description = "a folder for files on the way")
  private Path work = Path.of("");

  @Option(names = "--out", required = true, description = "the folder for the packages")
  private Path out = Path.of("");

  @Option(names = "--cache", required = true, description = "the folder for downloaded files")
  private Path cache = Path.of("");

  @Option(names = "--time", required = true, description = "the time of every file")
  private Instant time = Instant.EPOCH;

  @Option(
      names = "--platforms",
      split = ",",
      required = true,
      description = "the platforms to make packages for")
  private List<String> platforms = List.of();

  @Option(
      names = "--jdk",
      split = ",",
      description =
          "PLATFORM:FOLDER, a JDK to take instead of the pinned one; PLATFORM:"
              + Jdks.BUILDING
              + " takes the one that runs the build")
  private List<String> jdks = List.of();

  @Option(
      names = "--allow-missing",
      arity = "1",
      description = "whether to leave out platforms whose inputs cannot be had")
  private boolean allowMissing;

  /** Makes the packages; exits with 1 if one cannot be made. */
  public static void main(String[] args) {
    CommandLine line = new CommandLine(new Dist());
    line.registerConverter(Instant.class, Instant::parse);
    line.setExecutionExceptionHandler(
        (exception, command, result) -> {
          if (!(exception instanceof IOException)) {
            throw exception;
          }
          command.getErr().println("dist: " + exception.getMessage());
          return 1;
        });
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> missing = new LinkedHashMap<>();
    List<Packages.Contents> made = new ArrayList<>();
    Files.createDirectories(work);
    Files.createDirectories(out);
    Downloads downloads = new Downloads(cache);
    Jdks available = new Jdks(given(), downloads, work.resolve("jdks"));
    List<String> classes = List.of();
    for (Platform platform : ordered()) {
      try {
        Installation installation = installation(platform, available);
        if (isHost(platform)) {
          classes = ClassArchive.classes(installation.root(), root.resolve("examples"), work);
        }
        if (!classes.isEmpty()) {
          installation.classArchive(classes, isHost(platform), time);
        }
        installation.times(time);
        made.add(contents(installation, downloads, missing));
      } catch (MissingInput e) {
        missing.put(platform.toString(), e.getMessage());
      }
    }
    missing.forEach((part, why) -> print("dist: left out " + part + ": " + why));
    if (!missing.isEmpty() && !allowMissing) {
      print(
          "dist: nothing was packaged; -Ddist.platforms=NAME,… selects platforms, and"
              + " -Ddist.allowMissing=true leaves out what cannot be made");
      return 1;
    }
    new Packages(version, Packages.commit(jars.resolve("lib")), time, work, out)
        .write(made)
        .forEach(file -> print("dist: made " + file.getFileName()));
    return made.isEmpty() ? 1 : 0;
  }

  /** Returns what the packages of {@code installation} contain. */
  private static Packages.Contents contents(
      Installation installation, Downloads downloads, Map<String, String> missing)
      throws IOException {
    Platform platform = installation.platform();
    if (!platform.isLinux()) {
      return new Packages.Contents(installation, Optional.empty(), Optional.empty());
    }
    SharedLibraries libraries = SharedLibraries.of(installation.root());
    Optional<FileTree> base = Optional.empty();
    try {
      List<Path> debs = new ArrayList<>();
      for (Input input : Input.all()) {
        if (input.platform() == platform && !input.name().equals(Input.JDK)) {
          debs.add(downloads.file(input));
        }
      }
      base = Optional.of(ImageBase.of(debs, libraries));
    } catch (MissingInput e) {
      missing.put("the image for " + platform, e.getMessage());
    }
    return new Packages.Contents(installation, Optional.of(libraries), base);
  }

  private Installation installation(Platform platform, Jdks available)
      throws IOException, MissingInput {
    Platform host =
        Platform.host()
            .orElseThrow(() -> new MissingInput("this machine has no JDK that can link others"));
    Path jdk = available.home(platform);
    Path linker = isHost(platform) ? jdk : available.home(host);
    Installation installation =
        new Installation(platform, work.resolve("zonec-" + version + "-" + platform));
    installation.make(
        new Installation.Parts(jars, root.resolve("LICENSE"), sbom, version, time), linker, jdk);
    installation.documents(
        Path.of(System.getProperty("java.home"), "bin", "java"), jars.resolve("zonec.jar"));
    return installation;
  }

  private Map<Platform, String> given() {
    Map<Platform, String> given = new LinkedHashMap<>();
    for (String each : jdks) {
      if (!each.isEmpty()) {
        String[] parts = each.split(":", 2);
        given.put(Platform.of(parts[0]), parts.length == 2 ? parts[1] : "");
      }
    }
    return given;
  }

  /** Returns the selected platforms, the one of this machine first: it lists the classes. */
  private List<Platform> ordered() {
    return platforms.stream()
        .map(Platform::of)
        .distinct()
        .sorted(Comparator.comparing(platform -> !isHost(platform)))
        .toList();
  }

  private static boolean isHost(Platform platform) {
    return Platform.host().filter(host -> host == platform).isPresent();
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}

package dev.zonec.tests.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that editors and scripts start. */
public final class ZonecCommand {
  private ZonecCommand() {}

  /** Returns a script in {@code folder} that runs zonec with the class path of the test. */
  public static Path in(Path folder) throws IOException {
    Path script = folder.resolve("zonec");
    if (!Files.exists(script)) {
      Files.writeString(
          script,
          "#!/bin/sh\nexec '"
              + Path.of(System.getProperty("java.home"), "bin", "java")
              + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp"
              + " '"
              + absoluteClassPath()
              + "' dev.zonec.cli.Main \"$@\"\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return script;
  }

  /** Scripts change the folder that they run in. */
  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(each -> Path.of(each).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}

package dev.zonec.tests.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The command that editors start. */
final class ZonecCommand {
  private ZonecCommand() {}

  /** Writes a script into {@code folder} that runs zonec with the class path of the test. */
  static Path in(Path folder) throws IOException {
    Path script = folder.resolve("zonec");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' --enable-native-access=ALL-UNNAMED -cp '"
            + System.getProperty("java.class.path")
            + "' dev.zonec.cli.Main \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }
}

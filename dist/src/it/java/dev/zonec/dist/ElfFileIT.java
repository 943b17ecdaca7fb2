package dev.zonec.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares what is read from programs and libraries with readelf. */
final class ElfFileIT {
  private static final Pattern NEEDED = Pattern.compile("\\(NEEDED\\).*\\[(.*)\\]");
  private static final Pattern VERSION = Pattern.compile("Name: (\\S+)  Flags");

  @TempDir private Path temp;

  @Test
  void theLibrariesAndVersionsAreThoseOfReadelf() throws Exception {
    assumeTrue(Built.PLATFORM.startsWith("linux"), "other systems have other formats");
    assumeTrue(Built.has("readelf"), "readelf is not installed");
    Path home = Built.unpack(Built.PACKAGES, temp);
    int read = 0;
    for (Path file : Built.files(home)) {
      Optional<ElfFile> elf = ElfFile.read(home.resolve(file));
      if (elf.isPresent()) {
        read++;
        String out =
            Built.run(Built.SYSTEM, "readelf", "-W", "-d", "-V", "" + home.resolve(file)).out();
        assertThat(elf.get().needed())
            .as("%s", file)
            .isEqualTo(NEEDED.matcher(out).results().map(each -> each.group(1)).toList());
        // The section of needed versions is the last one.
        String needs = out.contains(".gnu.version_r") ? out.split("\\.gnu\\.version_r")[1] : "";
        Set<String> versions = new TreeSet<>();
        elf.get().versions().values().forEach(versions::addAll);
        Set<String> expected = new TreeSet<>();
        VERSION.matcher(needs).results().forEach(each -> expected.add(each.group(1)));
        assertThat(versions).as("%s", file).isEqualTo(expected);
      }
    }
    assertThat(read).isGreaterThan(10);
  }

  @Test
  void otherFilesAreNotReadAndIncompleteOnesAreRefused() throws Exception {
    assumeTrue(Built.PLATFORM.startsWith("linux"), "other systems have other formats");
    assertThat(ElfFile.read(Built.ROOT.resolve("LICENSE"))).isEmpty();
    byte[] bytes = Files.readAllBytes(Path.of(System.getProperty("java.home"), "bin", "java"));
    Path cut = Files.write(temp.resolve("cut"), Arrays.copyOf(bytes, 600));
    assertThatThrownBy(() -> ElfFile.read(cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a complete ELF file");
  }
}

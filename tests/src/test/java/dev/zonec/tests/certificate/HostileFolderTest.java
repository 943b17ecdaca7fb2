package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that no run wrote are refused with a message, and nothing outside of them is touched. */
final class HostileFolderTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    SmallCertificate.in(folder);
  }

  private Path certificate() {
    return folder.resolve("certificate");
  }

  private Path document() {
    return certificate().resolve("certificate.json");
  }

  private void assertMessage(int exit, String text) {
    Run run =
        Run.zonec(
            "check-certificate",
            certificate().toString(),
            folder.resolve("shop.zone").toString(),
            "-m",
            folder.resolve("k8s.yaml").toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.err()).contains(text).doesNotContain("Exception", "bug");
  }

  private Path script() throws IOException {
    try (var files = Files.list(certificate())) {
      return files
          .filter(file -> file.toString().endsWith(".smt2"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path script = script();
    Path moved = Files.move(script, folder.resolve("moved.smt2"));
    Files.createSymbolicLink(script, moved);
    assertMessage(3, "is not a regular file");
  }

  @Test
  void aLinkIsReplacedAndItsTargetKept() throws IOException {
    Path script = script();
    Path moved = Files.writeString(folder.resolve("moved.smt2"), "mine");
    Files.delete(script);
    Files.createSymbolicLink(script, moved);
    SmallCertificate.in(folder);
    assertThat(moved).hasContent("mine");
    assertThat(Files.isSymbolicLink(script)).isFalse();
  }

  @Test
  void aFolderInTheFolder() throws IOException {
    Files.createDirectory(certificate().resolve("1-99-more.smt2"));
    assertMessage(3, "1-99-more.smt2 is not a regular file");
  }

  @Test
  void aFolderInPlaceOfTheDocument() throws IOException {
    Files.delete(document());
    Files.createDirectory(document());
    assertMessage(3, "certificate.json is not a regular file");
  }

  @Test
  void aLinkInPlaceOfTheDocument() throws IOException {
    Path moved = Files.move(document(), folder.resolve("moved.json"));
    Files.createSymbolicLink(document(), moved);
    assertMessage(3, "certificate.json is not a regular file");
  }

  @Test
  void bytesThatAreNotText() throws IOException {
    Files.write(script(), new byte[] {(byte) 0xff, 0});
    assertMessage(3, "is not UTF-8 text");
  }

  @Test
  void aDocumentThatIsNestedTooDeeply() throws IOException {
    Files.writeString(document(), "[".repeat(1_000_000));
    assertMessage(3, "it is not JSON: Document nesting depth");
  }

  @Test
  void aNumberThatIsTooLong() throws IOException {
    Files.writeString(document(), "{\"version\": " + "1".repeat(1_000_000) + "}");
    assertMessage(3, "it is not JSON: Number value length");
  }

  @Test
  void aDocumentWithAFieldTwice() throws IOException {
    String text = Files.readString(document());
    Files.writeString(document(), text.replaceFirst("\\{", "{\n  \"version\" : 1,"));
    assertMessage(1, "the certificate is not what the inputs give");
  }

  @Test
  void namesOfOtherFiles() throws IOException {
    String text = Files.readString(document());
    String own = "\"" + script().getFileName() + "\"";
    for (String name : new String[] {"../k8s.yaml", "/etc/hostname", "\\u0000", "\\u001b[2J", ""}) {
      Files.writeString(document(), text.replace(own, "\"" + name + "\""));
      assertMessage(1, "the certificate names a file that it cannot have");
    }
  }

  @Test
  void verifyRefusesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    for (Path place : new Path[] {file, file.resolve("inside")}) {
      Run run =
          Run.zonec(
              "verify",
              folder.resolve("shop.zone").toString(),
              "-m",
              folder.resolve("k8s.yaml").toString(),
              "--certificate",
              place.toString());
      assertThat(run.exit()).as(run.err()).isBetween(2, 3);
      assertThat(run.err()).contains("ZC1501", "cannot be written");
      assertThat(file).hasContent("mine");
    }
  }
}

package dev.zonec.application.input;

import dev.zonec.compiler.source.SourceTexts;
import dev.zonec.diagnostics.inputs.InputTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sources in memory; there are no others, whatever is on the disk. */
record TextsAlone(InputTexts texts) implements SourceTexts {
  @Override
  public Optional<String> edited(Path file) {
    return texts.text(file);
  }

  @Override
  public List<Path> editedBelow(Path folder) {
    return texts.below(folder);
  }

  @Override
  public boolean exists(Path path) {
    return texts.exists(path);
  }

  @Override
  public boolean isFolder(Path path) {
    return texts.isFolder(path);
  }

  @Override
  public Path real(Path path) {
    return InputTexts.normal(path);
  }

  @Override
  public boolean hasFiles() {
    return false;
  }
}

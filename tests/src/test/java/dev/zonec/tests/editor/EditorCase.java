package dev.zonec.tests.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case of an editor: files, of which one has a mark for the caret, and questions with their
 * expected answers. A line {@code ==> NAME} begins a file, a line {@code ==> ? QUESTION} a
 * question.
 *
 * @param head the lines before the first section
 * @param sections the files and questions
 */
record EditorCase(List<String> head, List<Section> sections) {
  /** Marks the caret in a file. */
  static final String CARET = "<|>";

  private static final String MARK = "==> ";
  private static final String QUESTION = "? ";

  /** A file, or a question with its answer. */
  record Section(String title, List<String> lines) {
    boolean isQuestion() {
      return title.startsWith(QUESTION);
    }

    /** Returns the words of a question. */
    List<String> words() {
      return List.of(title.substring(QUESTION.length()).split(" ", -1));
    }

    String text() {
      List<String> kept = new ArrayList<>(lines);
      while (!kept.isEmpty() && kept.getLast().isEmpty()) {
        kept.removeLast();
      }
      return kept.isEmpty() ? "" : String.join("\n", kept) + "\n";
    }
  }

  static EditorCase read(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    List<String> current = head;
    for (String line : Files.readString(file).split("\n", -1)) {
      if (line.startsWith(MARK)) {
        current = new ArrayList<>();
        sections.add(new Section(line.substring(MARK.length()), current));
      } else {
        current.add(line);
      }
    }
    return new EditorCase(head, sections);
  }

  /** Returns the file with the caret. */
  Optional<Section> marked() {
    return sections.stream()
        .filter(section -> !section.isQuestion() && section.text().contains(CARET))
        .findFirst();
  }

  /** Returns the case with other answers, as it is written in its file. */
  String withAnswers(List<String> answers) {
    StringBuilder text = new StringBuilder(String.join("\n", head).stripTrailing()).append("\n");
    int next = 0;
    for (Section section : sections) {
      text.append("\n").append(MARK).append(section.title()).append("\n");
      text.append(section.isQuestion() ? answers.get(next++) : section.text());
    }
    return text.toString();
  }
}

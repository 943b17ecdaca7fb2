package dev.zonec.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * Every relative link in a document leads to an existing file of the project and to an existing
 * heading in it.
 */
final class LinksTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final Set<String> FOLDERS = Set.of("docs", "spec", "examples", "tests", "bench");

  @Test
  void relativeLinksHaveTargets() throws IOException {
    Map<Path, Set<String>> anchors = new LinkedHashMap<>();
    for (Path page : pages()) {
      anchors.put(page, anchors(page));
    }
    assertThat(anchors).hasSizeGreaterThan(100);
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : anchors.keySet()) {
      for (String link : links(page)) {
        links++;
        if (!leads(page, link, anchors)) {
          broken.add(Run.ROOT.relativize(page) + " links to " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(100);
  }

  private static boolean leads(Path page, String link, Map<Path, Set<String>> anchors) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (!target.startsWith(Run.ROOT) || !Files.exists(target)) {
      return false;
    }
    return hash < 0 || anchors.getOrDefault(target, Set.of()).contains(link.substring(hash + 1));
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(Run.ROOT)) {
      for (Path top : files.sorted().toList()) {
        if (top.toString().endsWith(".md")) {
          pages.add(top);
        } else if (FOLDERS.contains(top.getFileName().toString())) {
          try (Stream<Path> below = Files.walk(top)) {
            below.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
          }
        }
      }
    }
    return pages;
  }

  private static Set<String> anchors(Path page) throws IOException {
    IdGenerator ids = IdGenerator.builder().build();
    Set<String> found = new TreeSet<>();
    PARSER
        .parse(Files.readString(page))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Heading heading) {
                found.add(ids.generateId(text(heading)));
              }
            });
    return found;
  }

  private static List<String> links(Path page) throws IOException {
    List<String> found = new ArrayList<>();
    PARSER
        .parse(Files.readString(page))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                if (!link.getDestination().contains("://")) {
                  found.add(link.getDestination());
                }
                visitChildren(link);
              }
            });
    return found;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }
}

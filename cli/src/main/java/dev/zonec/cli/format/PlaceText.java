package dev.zonec.cli.format;

import dev.zonec.diagnostics.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names files and lines for other programs. */
public final class PlaceText {
  /** The begin of the name of a file of a Git revision, such as {@code main:./k8s/db.yaml}. */
  private static final Pattern REVISION = Pattern.compile("^.*?:(?=\\.{1,2}/)");

  private PlaceText() {}

  /**
   * Returns the file of {@code place}; empty if it has none. For a file of a Git revision, it is
   * the file of the working tree, because other programs know no other.
   */
  public static String file(Place place) {
    String name = place.file();
    return name.isEmpty() ? "" : path(ofWorkingTree(name));
  }

  /** Returns the line of {@code place}, counted from 1; the first line of a file as a whole. */
  public static int line(Place place) {
    return switch (place) {
      case Place.At(var span) -> span.line();
      case Place.InFile file -> 1;
      case Place.AtLine(String name, long line) -> (int) Math.min(Integer.MAX_VALUE, line);
      case Place.Nowhere() -> 1;
    };
  }

  /** Returns text such as {@code shop.zone:12:3}; empty if the place is nowhere. */
  public static String of(Place place) {
    return switch (place) {
      case Place.At(var span) ->
          path(span.source().name()) + ":" + span.line() + ":" + span.column();
      case Place.InFile(String name) -> path(name);
      case Place.AtLine(String name, long line) -> path(name) + ":" + line;
      case Place.Nowhere() -> "";
    };
  }

  /**
   * Returns {@code name} as a path from the working directory if it leads to a file below it, so
   * that the text does not depend on how the user wrote the path.
   */
  public static String path(String name) {
    try {
      Path here = Path.of("").toAbsolutePath().normalize();
      Path file = here.resolve(name).normalize();
      return file.startsWith(here) && !file.equals(here)
          ? here.relativize(file).toString().replace('\\', '/')
          : name;
    } catch (InvalidPathException e) {
      return name;
    }
  }

  private static String ofWorkingTree(String name) {
    return REVISION.matcher(name).replaceFirst("");
  }

  /**
   * Returns the path as a URI, relative to the working directory if the file is below it. For a
   * file of a Git revision, it is the file of the working tree.
   */
  public static String uri(String name) {
    String path = path(ofWorkingTree(name));
    try {
      // A colon in the first part of a relative path would end a scheme.
      String plain = path.startsWith("/") || !path.contains(":") ? path : "./" + path;
      return path.startsWith("/")
          ? new URI("file", "", plain, null).toASCIIString()
          : new URI(null, null, plain, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path is a URI if it is escaped: " + path, e);
    }
  }
}

package dev.zonec.flows.threat;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.Decompression;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a threat list: text with an address in each line, or JSON. */
final class ThreatListReader {
  /** Blocks that name nothing outside of a cluster. */
  private static final List<Cidr> INSIDE =
      List.of(
          Cidr.of("0.0.0.0/8"),
          Cidr.of("10.0.0.0/8"),
          Cidr.of("100.64.0.0/10"),
          Cidr.of("127.0.0.0/8"),
          Cidr.of("169.254.0.0/16"),
          Cidr.of("172.16.0.0/12"),
          Cidr.of("192.168.0.0/16"),
          Cidr.of("224.0.0.0/3"),
          Cidr.of("::/127"),
          Cidr.of("fc00::/7"),
          Cidr.of("fe80::/10"),
          Cidr.of("ff00::/8"));

  private static final int SHOWN = 3;
  private static final int LINES_BETWEEN_LOOKS = 256;

  private final String name;
  private final BlockTable listed;
  private final BlockTable harmless;
  private final List<Diagnostic> problems;
  private final Map<String, List<String>> unused = new LinkedHashMap<>();

  ThreatListReader(String name, BlockTable listed, BlockTable harmless, List<Diagnostic> problems) {
    this.name = name;
    this.listed = listed;
    this.harmless = harmless;
    this.problems = problems;
  }

  void read(InputPath file) {
    try {
      ReadPaths.file(Path.of(file.location()));
      String text = text(Path.of(file.location()));
      String start = text.stripLeading();
      if (start.startsWith("{") || start.startsWith("[")) {
        new JsonThreats(this).read(text);
      } else {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
          if (++number % LINES_BETWEEN_LOOKS == 0) {
            Deadline.check();
          }
          line(line);
        }
      }
      report();
    } catch (IOException e) {
      @Nullable String message = e.getMessage();
      failed(
          e instanceof NoSuchFileException
              ? "there is no such file"
              : "the list cannot be read" + (message == null ? "" : ": " + message));
    }
  }

  void failed(String why) {
    problems.add(Diagnostic.errorIn(Code.ZC1207, name, why));
  }

  private static String text(Path file) throws IOException {
    try (InputStream input = Decompression.of(Files.newInputStream(file))) {
      String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
  }

  /** Reads a line: the first field of it that is an address, a block or a range. */
  private void line(String line) {
    String content = line.strip();
    if (content.isEmpty()
        || content.startsWith("#")
        || content.startsWith(";")
        || content.startsWith("//")) {
      return;
    }
    String[] parts = content.split("[,;#\\s\"]+", -1);
    for (String part : parts) {
      if (!part.isEmpty() && !blocks(part).isEmpty()) {
        add(part, ThreatEntry.always(name, part));
        return;
      }
    }
    boolean header = listed.size() == 0 && content.indexOf(',') > 0;
    if (!header) {
      unused(
          content.matches("[^\\s,]*[A-Za-z][^\\s,]*\\.[^\\s,]+.*")
              ? "host names"
              : "lines without an address",
          content);
    }
  }

  /** Adds an entry; entries inside of clusters are not used. */
  void add(String text, ThreatEntry entry) {
    List<Cidr> blocks = blocks(text);
    if (blocks.isEmpty()) {
      unused("lines without an address", text);
    }
    for (Cidr block : blocks) {
      if (INSIDE.stream().anyMatch(inside -> overlap(inside, block))) {
        unused("private, local or multicast addresses", text);
      } else {
        listed.add(block, entry);
      }
    }
  }

  /** Adds an address or block that is known as harmless. */
  void addHarmless(String text) {
    blocks(text).forEach(block -> harmless.add(block, ThreatEntry.always(name, text)));
  }

  void unused(String what, String text) {
    unused.computeIfAbsent(what, w -> new ArrayList<>()).add(text);
  }

  String name() {
    return name;
  }

  private static boolean overlap(Cidr one, Cidr other) {
    return one.family() == other.family()
        && one.first().compareTo(other.last()) <= 0
        && other.first().compareTo(one.last()) <= 0;
  }

  private static List<Cidr> blocks(String text) {
    Optional<IpAddress> address = IpAddress.parse(text);
    if (address.isPresent()) {
      return List.of(Cidr.only(address.get()));
    }
    int slash = text.indexOf('/');
    if (slash > 0) {
      return IpAddress.parse(text.substring(0, slash)).stream()
          .flatMap(first -> block(first, text.substring(slash + 1)).stream())
          .toList();
    }
    int dash = text.indexOf('-');
    if (dash > 0) {
      Optional<IpAddress> first = IpAddress.parse(text.substring(0, dash));
      Optional<IpAddress> last = IpAddress.parse(text.substring(dash + 1));
      if (first.isPresent() && last.isPresent()) {
        return range(first.get(), last.get());
      }
    }
    return List.of();
  }

  /** Returns the block of a prefix, whatever the bits after the prefix are. */
  private static Optional<Cidr> block(IpAddress address, String length) {
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > address.family().bits()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(length);
    int free = address.family().bits() - prefix;
    return Optional.of(
        new Cidr(
            new IpAddress(address.family(), address.value().shiftRight(free).shiftLeft(free)),
            prefix));
  }

  private static List<Cidr> range(IpAddress first, IpAddress last) {
    return first.family() == last.family() && first.compareTo(last) <= 0
        ? new AddressSet(first.family(), List.of(new AddressSet.Range(first.value(), last.value())))
            .blocks()
        : List.of();
  }

  private void report() {
    unused.forEach(
        (what, texts) ->
            problems.add(
                Diagnostic.warningIn(
                        Code.ZC1208,
                        name,
                        texts.size()
                            + (texts.size() == 1 ? " entry is" : " entries are")
                            + " not used: "
                            + what)
                    .note(
                        texts.stream()
                                .limit(SHOWN)
                                .map(
                                    text -> text.length() > 60 ? text.substring(0, 60) + "…" : text)
                                .collect(Collectors.joining(", "))
                            + (texts.size() > SHOWN ? ", …" : ""))));
  }
}

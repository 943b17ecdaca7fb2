package dev.zonec.cli.format.junit;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.CleanText;
import dev.zonec.cli.format.PlaceText;
import dev.zonec.cli.format.ReportFormat;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a suite for each variant, and a test case for each entry. What failed is a failure,
 * what was not decided an error, and what a comment accepts is skipped. Warnings pass, with their
 * text as output.
 */
public final class JunitReport implements ReportFormat {
  @Override
  public String text(Report report) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suites(xml, report);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
    return out.toString();
  }

  private static void suites(XMLStreamWriter xml, Report report) throws XMLStreamException {
    Map<String, List<Entry>> byVariant = new LinkedHashMap<>();
    report
        .entries()
        .forEach(e -> byVariant.computeIfAbsent(e.variant(), v -> new ArrayList<>()).add(e));
    xml.writeStartElement("testsuites");
    attribute(xml, "name", "zonec " + report.command());
    counts(xml, report, report.entries(), false);
    for (Map.Entry<String, List<Entry>> each : byVariant.entrySet()) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      attribute(
          xml,
          "name",
          "zonec " + report.command() + (each.getKey().isEmpty() ? "" : " " + each.getKey()));
      counts(xml, report, each.getValue(), true);
      for (Entry entry : each.getValue()) {
        testCase(xml, entry, report);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void counts(
      XMLStreamWriter xml, Report report, List<Entry> entries, boolean skipped)
      throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(entries.size()));
    attribute(xml, "failures", Long.toString(entries.stream().filter(report::fails).count()));
    attribute(xml, "errors", count(entries, Status.INCONCLUSIVE));
    if (skipped) {
      long accepted = entries.stream().filter(entry -> entry.status().accepted()).count();
      attribute(xml, "skipped", Long.toString(accepted));
    }
    attribute(xml, "time", "0");
  }

  private static String count(List<Entry> entries, Status status) {
    return Long.toString(entries.stream().filter(entry -> entry.status() == status).count());
  }

  private static void testCase(XMLStreamWriter xml, Entry entry, Report report)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", entry.id() + ": " + title(entry));
    attribute(xml, "classname", "zonec." + report.command() + "." + entry.rule());
    attribute(xml, "time", "0");
    switch (entry.status()) {
      case FAILED -> element(xml, "failure", entry, report);
      case INCONCLUSIVE -> element(xml, "error", entry, report);
      case SUPPRESSED, ACCEPTED -> {
        xml.writeStartElement("skipped");
        attribute(xml, "message", "accepted: " + entry.reason());
        xml.writeEndElement();
      }
      case WARNING, NOTE -> {
        if (report.fails(entry)) {
          element(xml, "failure", entry, report);
        } else {
          output(xml, entry.status().word() + ": " + body(entry, report));
        }
      }
      case WAIVED, VACUOUS, PROVED ->
          output(
              xml,
              entry.status().word()
                  + (entry.reason().isEmpty() ? "" : ": " + entry.reason())
                  + (entry.assumptions().isEmpty()
                      ? ""
                      : "\nassuming: " + String.join("; ", entry.assumptions())));
    }
    xml.writeEndElement();
  }

  private static String title(Entry entry) {
    return entry.claim().isEmpty() ? entry.message() : entry.claim();
  }

  private static void element(XMLStreamWriter xml, String name, Entry entry, Report report)
      throws XMLStreamException {
    xml.writeStartElement(name);
    attribute(xml, "message", entry.message());
    attribute(xml, "type", entry.rule().id());
    characters(xml, body(entry, report));
    xml.writeEndElement();
  }

  private static void output(XMLStreamWriter xml, String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    characters(xml, text);
    xml.writeEndElement();
  }

  private static String body(Entry entry, Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.message());
    String place = PlaceText.of(report.placeOf(entry));
    if (!place.isEmpty()) {
      lines.add("at " + place);
    }
    for (PathHop hop : entry.path()) {
      lines.add(hop.toString());
      hop.steps().forEach(step -> lines.add("  " + step.side() + ": " + step.text()));
    }
    entry.otherNotes().forEach(note -> lines.add(note.kind() + ": " + note.text()));
    return String.join("\n", lines);
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, CleanText.line(value));
  }

  private static void characters(XMLStreamWriter xml, String text) throws XMLStreamException {
    xml.writeCharacters(CleanText.lines(text));
  }
}

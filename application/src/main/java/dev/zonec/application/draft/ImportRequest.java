package dev.zonec.application.draft;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.importer.ImportOptions;
import dev.zonec.kubernetes.reading.Reading;
import java.time.LocalDate;

/**
 * A request to draft a program.
 *
 * @param name the name of the draft's text in messages
 * @param may the permissive reading, with the points that the user has settled
 * @param day the day on which the draft is judged
 */
public record ImportRequest(
    ManifestRequest manifests, ImportOptions options, String name, Reading may, LocalDate day) {}

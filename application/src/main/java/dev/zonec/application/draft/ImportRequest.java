package dev.zonec.application.draft;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.importer.ImportOptions;
import dev.zonec.kubernetes.reading.Reading;
import java.time.LocalDate;

/**
 * A request to draft a program.
 *
 * @param name the name of the draft in messages
 * @param may the permissive reading, with the knobs that the user has settled
 * @param day the day for which expiry is evaluated
 */
public record ImportRequest(
    ManifestRequest manifests, ImportOptions options, String name, Reading may, LocalDate day) {}

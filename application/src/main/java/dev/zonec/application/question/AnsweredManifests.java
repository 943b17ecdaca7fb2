package dev.zonec.application.question;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * The manifests that an answer is about.
 *
 * @param cluster the addresses of the cluster, as the program declares them
 * @param gaps the objects that the answer does not cover
 * @param partial whether only some namespaces were read and the user does not accept that
 */
public record AnsweredManifests(
    ReadManifests read, Cluster cluster, List<Diagnostic> gaps, boolean partial) {}

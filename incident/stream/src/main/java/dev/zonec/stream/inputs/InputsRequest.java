package dev.zonec.stream.inputs;

import dev.zonec.application.flows.FlowRequest;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.compiler.expiry.ExpiredFlows;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The files that flows are compared with, and how they are read.
 *
 * @param zones the sources of the program; without any, no flow is undeclared
 * @param manifests files and folders with the workloads and policies
 * @param threats threat lists
 * @param params values of parameters of the program
 * @param defaultNamespace the namespace of objects without a namespace
 * @param ignored the kinds of objects that are accepted as not covered
 * @param skipUnreadable whether unreadable objects are left out
 * @param dropExpired whether expired flows are left out; otherwise they are an error
 * @param day the day for which expiry is evaluated
 * @param assumed the settled points of the API, with their answers
 * @param thresholds the thresholds of the rules
 */
public record InputsRequest(
    List<String> zones,
    List<String> manifests,
    List<String> threats,
    Map<String, String> params,
    String defaultNamespace,
    List<String> ignored,
    boolean skipUnreadable,
    boolean dropExpired,
    LocalDate day,
    Map<Knob, String> assumed,
    Thresholds thresholds)
    implements Serializable {
  /** Copies the collections. */
  public InputsRequest {
    zones = List.copyOf(zones);
    manifests = List.copyOf(manifests);
    threats = List.copyOf(threats);
    params = Map.copyOf(params);
    ignored = List.copyOf(ignored);
    assumed = Map.copyOf(assumed);
  }

  /**
   * Returns the request of {@code flows check}.
   *
   * @param logs the logs
   * @param location where a file is, by its path
   */
  public FlowRequest flows(List<InputPath> logs, UnaryOperator<String> location) {
    InputStream nothing = InputStream.nullInputStream();
    return new FlowRequest(
        logs,
        at(threats, location),
        nothing,
        new ProgramRequest(
            at(zones, location),
            GivenParams.NONE,
            new TreeMap<>(params),
            List.of(),
            false,
            day,
            dropExpired ? ExpiredFlows.DROP : ExpiredFlows.ERROR,
            List.of()),
        new ManifestRequest(
            at(manifests, location),
            List.of(),
            nothing,
            Optional.empty(),
            Optional.empty(),
            ignored,
            skipUnreadable,
            defaultNamespace,
            List.of()),
        new Reading(true, assumed),
        thresholds,
        Set.of());
  }

  private static List<InputPath> at(List<String> paths, UnaryOperator<String> location) {
    return paths.stream().map(path -> new InputPath(path, location.apply(path))).toList();
  }
}

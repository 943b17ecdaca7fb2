package dev.zonec.application.init;

import java.util.List;
import java.util.SortedMap;

/**
 * What a repository contains. All paths are relative to its root, with {@code /} as separator.
 *
 * @param programs the folders with sources, by the name of their module; the module with the most
 *     sources first
 * @param manifests files and folders with manifests
 * @param environments the kustomizations that build one base differently, by the name of their
 *     folder
 * @param charts Helm charts
 * @param compiled a folder of compiled policies; empty if there is none
 */
record Survey(
    List<Program> programs,
    List<String> manifests,
    SortedMap<String, String> environments,
    List<String> charts,
    List<String> compiled) {
  /** The sources of a module. */
  record Program(String module, List<String> paths) {}

  /** Returns the manifests that a draft is made from: those of the first environment, if any. */
  List<String> drafted() {
    return manifests.isEmpty() && !environments.isEmpty()
        ? List.of(environments.firstEntry().getValue())
        : manifests;
  }
}

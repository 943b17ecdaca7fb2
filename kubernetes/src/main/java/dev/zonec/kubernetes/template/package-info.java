/**
 * Expands OpenShift Templates to the objects that {@code oc process} makes of them, and recognizes
 * Helm charts that are not rendered.
 *
 * <p>Entry types: {@link dev.zonec.kubernetes.template.Templates}, {@link
 * dev.zonec.kubernetes.template.HelmCharts}. Input: the YAML trees of manifest files. Output: trees
 * in which each field keeps its place, and problems. Decides: the values of a Template's
 * parameters.
 */
@NullMarked
package dev.zonec.kubernetes.template;

import org.jspecify.annotations.NullMarked;

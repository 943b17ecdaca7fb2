/**
 * Trees of YAML documents, composed from SnakeYAML's events. They contain only what readers of
 * manifests need, in a tenth of the memory of SnakeYAML's nodes.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.yaml.Documents}.
 */
@NullMarked
package dev.zonec.kubernetes.yaml;

import org.jspecify.annotations.NullMarked;

/**
 * Network policies with defaults applied. Each rule, peer and port has its span in the manifest.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.policy.Policy}.
 */
@NullMarked
package dev.zonec.kubernetes.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Network policies as the engines read them: defaults applied, each rule, peer and port with the
 * place in the YAML that it comes from.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.policy.Policy}.
 */
@NullMarked
package dev.zonec.kubernetes.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Network policies as the engines read them: defaults applied, each rule, peer and port with the
 * place in the YAML that it comes from.
 *
 * <p>Entry type: {@link dev.zonec.verifier.policy.Policy}.
 */
@NullMarked
package dev.zonec.verifier.policy;

import org.jspecify.annotations.NullMarked;

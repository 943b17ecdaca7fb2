/**
 * Evaluates rules to rows of classes.
 *
 * <p>Entry type: {@link dev.zonec.verifier.closed.rule.RuleRows}. Input: the peers and ports of
 * rules, and the equivalence classes. Output: for each set of ports, a row with the classes at the
 * other end that a rule matches. Decides: how an address family and the treatment of host-network
 * pods change what a peer matches.
 */
@NullMarked
package dev.zonec.verifier.closed.rule;

import org.jspecify.annotations.NullMarked;

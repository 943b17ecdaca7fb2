/**
 * What policies say, side by side: who is isolated, and for each peer of each rule, whom it admits.
 *
 * <p>Entry type: {@link dev.zonec.importer.rule.RuleReading}. Input: valid policies. Output: {@link
 * dev.zonec.importer.rule.Rules}. Decisions: which address blocks can be said, and which rules say
 * nothing.
 */
@NullMarked
package dev.zonec.importer.rule;

import org.jspecify.annotations.NullMarked;

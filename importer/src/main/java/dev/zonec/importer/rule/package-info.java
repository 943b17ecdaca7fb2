/**
 * Reads policies as subjects and one-sided rules: the pods that are isolated, and the other ends
 * that each peer of each rule admits.
 *
 * <p>Entry type: {@link dev.zonec.importer.rule.RuleReading}. Input: valid policies. Output: {@link
 * dev.zonec.importer.rule.Rules}. Decides: which address blocks the language can express, and which
 * rules have no effect.
 */
@NullMarked
package dev.zonec.importer.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Which zones, externals and flows say what the rules say.
 *
 * <p>Entry type: {@link dev.zonec.importer.plan.Planning}. Input: {@link
 * dev.zonec.importer.rule.Rules}. Output: {@link dev.zonec.importer.plan.Plan}. Decisions: what
 * becomes a zone and what an external, which rules of two sides are one flow, and which flows share
 * a statement. Nothing here is trusted: the draft is proved equal to the policies.
 */
@NullMarked
package dev.zonec.importer.plan;

import org.jspecify.annotations.NullMarked;

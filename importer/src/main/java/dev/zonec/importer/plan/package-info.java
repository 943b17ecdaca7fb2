/**
 * Plans the zones, externals and flows that have the meaning of the rules.
 *
 * <p>Entry type: {@link dev.zonec.importer.plan.Planning}. Input: {@link
 * dev.zonec.importer.rule.Rules}. Output: {@link dev.zonec.importer.plan.Plan}. Decides: which
 * peers become zones and which externals, which rules of two sides form one flow, and which flows
 * share a statement. Nothing here has to be trusted, because the draft is proved equal to the
 * policies.
 */
@NullMarked
package dev.zonec.importer.plan;

import org.jspecify.annotations.NullMarked;

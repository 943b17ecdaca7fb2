package dev.zonec.application.flows;

import dev.zonec.application.draft.DraftTarget;

/**
 * A request to draft a program from observed flows.
 *
 * @param flows the logs, and what they are compared with
 * @param module the name of the draft's module
 * @param target where the draft is written
 */
public record LearnRequest(FlowRequest flows, String module, DraftTarget target) {}

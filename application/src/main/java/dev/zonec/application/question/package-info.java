/**
 * Answers questions about manifests: which connections and paths exist, why a connection is allowed
 * or denied, and which peers can reach a workload.
 *
 * <p>Entry types: {@link dev.zonec.application.question.Ask}, {@link
 * dev.zonec.application.question.Why}, {@link dev.zonec.application.question.ListConnections},
 * {@link dev.zonec.application.question.ListExposure}. Input: a request and a question. Output: an
 * answer with the part of the manifests that it covers.
 */
@NullMarked
package dev.zonec.application.question;

import org.jspecify.annotations.NullMarked;

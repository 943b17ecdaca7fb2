/**
 * Draws what may connect as a graph of zones, namespaces or workloads, next to what the program
 * declares. The graph is a value; other modules turn it into pictures.
 *
 * <p>Entry type: {@link dev.zonec.application.graph.DrawGraph}. Input: a request and what to draw.
 * Output: a {@link dev.zonec.application.graph.Graph}, made from the answers to questions.
 */
@NullMarked
package dev.zonec.application.graph;

import org.jspecify.annotations.NullMarked;

/**
 * Writes graphs in the notations of other programs.
 *
 * <p>Entry types: {@link dev.zonec.views.graph.notation.GraphDot}, {@link
 * dev.zonec.views.graph.notation.GraphMermaid}. Input: a graph. Output: text.
 */
@NullMarked
package dev.zonec.views.graph.notation;

import org.jspecify.annotations.NullMarked;

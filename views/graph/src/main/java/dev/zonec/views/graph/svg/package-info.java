/**
 * Writes graphs as SVG pictures and HTML pages.
 *
 * <p>Entry types: {@link dev.zonec.views.graph.svg.GraphSvg}, {@link
 * dev.zonec.views.graph.svg.GraphHtml}. Input: a graph. Output: text that loads nothing.
 */
@NullMarked
package dev.zonec.views.graph.svg;

import org.jspecify.annotations.NullMarked;

/**
 * Places the nodes, boxes, edges and labels of a graph.
 *
 * <p>Entry type: {@link dev.zonec.views.graph.layout.LayeredLayout}. Input: a graph and the sizes
 * of its texts. Output: coordinates. Only this package uses Eclipse ELK.
 */
@NullMarked
package dev.zonec.views.graph.layout;

import org.jspecify.annotations.NullMarked;

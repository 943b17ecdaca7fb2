/**
 * Flow logs of Calico in their three shapes: of Enterprise and Cloud, of Goldmane, and of Whisker.
 * Decides: what the names of ends mean, and what one reporter proves.
 */
@NullMarked
package dev.zonec.flows.calico;

import org.jspecify.annotations.NullMarked;

/**
 * Questions about reachability.
 *
 * <p>Entry type: {@link dev.zonec.model.query.Query}.
 */
@NullMarked
package dev.zonec.model.query;

import org.jspecify.annotations.NullMarked;

/**
 * The ends of connections, as intent and enforcement both see them.
 *
 * <p>Entry type: {@link dev.zonec.model.endpoint.Connection}.
 */
@NullMarked
package dev.zonec.model.endpoint;

import org.jspecify.annotations.NullMarked;

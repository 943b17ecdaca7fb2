/**
 * The ends of connections, for the program's side and the policies' side alike.
 *
 * <p>Entry type: {@link dev.zonec.model.endpoint.Connection}.
 */
@NullMarked
package dev.zonec.model.endpoint;

import org.jspecify.annotations.NullMarked;

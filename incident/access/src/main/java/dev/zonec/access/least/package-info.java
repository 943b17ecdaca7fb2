/**
 * Roles with the least rights for the people who work with zonec.
 *
 * <p>Entry type: {@link dev.zonec.access.least.LeastRoles}. Input: a namespace, or none for the
 * whole cluster. Output: manifests. Decides: which rights each job needs.
 */
@NullMarked
package dev.zonec.access.least;

import org.jspecify.annotations.NullMarked;

/**
 * Roles, bindings and service accounts, read as plain data.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.access.AccessReader}. Input: objects that decide about
 * access. Output: roles with their rules, bindings with their subjects, the service accounts, each
 * with its place, and all problems. Decides: what the API server would reject, and the roles that
 * every cluster has.
 */
@NullMarked
package dev.zonec.kubernetes.access;

import org.jspecify.annotations.NullMarked;

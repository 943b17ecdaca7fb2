/**
 * The decisions of Kubernetes' RBAC authorizer.
 *
 * <p>Entry type: {@link dev.zonec.access.authorizer.Authorizer}. Input: roles and bindings. Output:
 * whether a subject may send a request, and by which binding and rule. Decides: what the authorizer
 * of the API server decides (kubernetes, plugin/pkg/auth/authorizer/rbac), and the rules of
 * aggregated roles.
 */
@NullMarked
package dev.zonec.access.authorizer;

import org.jspecify.annotations.NullMarked;

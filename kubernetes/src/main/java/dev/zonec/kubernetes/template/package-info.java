/**
 * OpenShift Templates to the objects that {@code oc process} makes of them.
 *
 * <p>Between manifest files and objects: trees come in and go out, and each keeps its place.
 */
@NullMarked
package dev.zonec.kubernetes.template;

import org.jspecify.annotations.NullMarked;

/**
 * Label selectors with the meaning that Kubernetes gives them. A requirement is about one key; a
 * selector is a conjunction of requirements.
 *
 * <p>Entry type: {@link dev.zonec.model.label.Selector}.
 */
@NullMarked
package dev.zonec.model.label;

import org.jspecify.annotations.NullMarked;

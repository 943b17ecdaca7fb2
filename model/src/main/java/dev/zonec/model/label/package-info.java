/**
 * Label selectors, with Kubernetes' own meaning: a requirement looks at one key, a selector is all
 * of its requirements.
 *
 * <p>Entry type: {@link dev.zonec.model.label.Selector}.
 */
@NullMarked
package dev.zonec.model.label;

import org.jspecify.annotations.NullMarked;
